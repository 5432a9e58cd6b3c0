import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether the window is dark now, by the reader's choice or by the system's. */
export class ColorSchemeController implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly query = window.matchMedia('(prefers-color-scheme: dark)');

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  get isDark(): boolean {
    return this.query.matches;
  }

  hostConnected(): void {
    this.query.addEventListener('change', this.handleChange);
  }

  hostDisconnected(): void {
    this.query.removeEventListener('change', this.handleChange);
  }

  private readonly handleChange = (): void => this.host.requestUpdate();
}
