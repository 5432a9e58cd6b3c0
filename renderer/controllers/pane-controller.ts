import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { clampWidth, columnsFor, readPaneWidths, visiblePanes, writePaneWidths } from '#renderer/state/pane-layout.ts';
import type { ColumnCount, PaneName, PaneWidths } from '#renderer/state/pane-layout.ts';

/** Which panes are seen and how wide they are. Widths are remembered on this machine; they belong to the window, not to the library. */
export class PaneController implements ReactiveController {
  /** How many columns the window has room for. */
  private room: ColumnCount = columnsFor(window.innerWidth);
  widths: PaneWidths = readPaneWidths(localStorage);
  /** The article has the window for itself, until another pane is asked for. */
  isAlone: boolean;
  private front: PaneName = 'list';
  private readonly host: ReactiveControllerHost;
  /** A window that is not shown yet may have no width, and being shown is not always told as a resize of the window. */
  private readonly resizing = new ResizeObserver(() => this.measure());

  constructor(host: ReactiveControllerHost, isAlone = false) {
    this.host = host;
    this.isAlone = isAlone;
    host.addController(this);
  }

  get columns(): ColumnCount {
    return this.isAlone ? 1 : this.room;
  }

  get visible(): readonly PaneName[] {
    return this.isAlone ? ['article'] : visiblePanes(this.columns, this.front);
  }

  hostConnected(): void {
    this.resizing.observe(document.documentElement);
    this.measure();
  }

  hostDisconnected(): void {
    this.resizing.disconnect();
  }

  /** The article takes no column from the list where both fit: there the left column stays what it is. */
  show(pane: PaneName): void {
    if (pane !== 'article') this.isAlone = false;
    if (pane !== 'article' || this.columns === 1) this.front = pane;
    this.host.requestUpdate();
  }

  resize(pane: 'library' | 'list', widthPx: number, isFinal: boolean): void {
    const width = clampWidth(pane, widthPx);
    this.widths = pane === 'library' ? { ...this.widths, libraryPx: width } : { ...this.widths, listPx: width };
    if (isFinal) writePaneWidths(localStorage, this.widths);
    this.host.requestUpdate();
  }

  private measure(): void {
    const room = columnsFor(window.innerWidth);
    if (room === this.room) return;
    this.room = room;
    this.host.requestUpdate();
  }
}
