/** Lets work that asks at its resting places stand still for a while. */
export class PauseGate {
  #opened: Promise<void> | null = null;
  #open: () => void = () => undefined;

  /** Setting what is already set changes nothing. */
  set(isPaused: boolean): void {
    if (isPaused && this.#opened === null) {
      this.#opened = new Promise((resolve) => {
        this.#open = resolve;
      });
    } else if (!isPaused) {
      this.#open();
      this.#opened = null;
    }
  }

  /** Settles at once while nothing is paused. */
  async pass(): Promise<void> {
    await this.#opened;
  }
}
