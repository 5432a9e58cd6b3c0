/** Requests at a time, for each host. */
export class HostTurns {
  readonly #limit: number;
  readonly #running = new Map<string, number>();
  readonly #waiting = new Map<string, (() => void)[]>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  free(host: string): number {
    return Math.max(0, this.#limit - (this.#running.get(host) ?? 0));
  }

  async inTurn<Result>(host: string, work: () => Promise<Result>): Promise<Result> {
    if (this.free(host) === 0) {
      // Whoever ends its turn hands it over, so the number of those running stays as it is.
      await new Promise<void>((resolve) => this.#waiting.set(host, [...(this.#waiting.get(host) ?? []), resolve]));
    } else this.#running.set(host, (this.#running.get(host) ?? 0) + 1);
    try {
      return await work();
    } finally {
      this.#endTurn(host);
    }
  }

  #endTurn(host: string): void {
    const next = this.#waiting.get(host)?.shift();
    if (next) next();
    else this.#running.set(host, (this.#running.get(host) ?? 1) - 1);
  }
}
