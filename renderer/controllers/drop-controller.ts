import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readDropped } from '#renderer/state/dropped-archive.ts';
import type { Dropped, DroppedEntry } from '#renderer/state/dropped-archive.ts';

interface DropParts {
  /** While a dialog is open nothing can be dropped. */
  isModal(): boolean;
  pathOf(file: File): string;
  take(dropped: Dropped): void;
}

/** Something dragged over the window from outside, and what is dropped there. What is dragged within it is left alone. */
export class DropController implements ReactiveController {
  isOver = false;
  private readonly host: ReactiveControllerHost;
  private readonly parts: DropParts;
  private isFromWithin = false;

  constructor(host: ReactiveControllerHost, parts: DropParts) {
    this.host = host;
    this.parts = parts;
    host.addController(this);
  }

  hostConnected(): void {
    for (const [type, listener] of this.listeners) window.addEventListener(type, listener);
  }

  hostDisconnected(): void {
    for (const [type, listener] of this.listeners) window.removeEventListener(type, listener);
  }

  private readonly handleStart = (): void => {
    this.isFromWithin = true;
  };

  private readonly handleEnd = (): void => {
    this.isFromWithin = false;
  };

  private readonly handleOver = (event: DragEvent): void => {
    const data = this.wanted(event);
    if (!data) return;
    event.preventDefault();
    const canTake = !this.parts.isModal();
    data.dropEffect = canTake ? 'copy' : 'none';
    this.show(canTake);
  };

  /** Only what leaves the window has nowhere that it goes to. */
  private readonly handleLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.show(false);
  };

  private readonly handleDrop = (event: DragEvent): void => {
    const data = this.wanted(event);
    if (!data) return;
    event.preventDefault();
    if (!this.isOver) return;
    this.show(false);
    this.parts.take(this.read(data));
  };

  private readonly listeners = [
    ['dragstart', this.handleStart],
    ['dragend', this.handleEnd],
    ['dragenter', this.handleOver],
    ['dragover', this.handleOver],
    ['dragleave', this.handleLeave],
    ['drop', this.handleDrop],
  ] as const;

  /** Files and links from outside; text that is moved between fields is the fields' own affair. */
  private wanted({ dataTransfer }: DragEvent): DataTransfer | null {
    if (!dataTransfer || this.isFromWithin) return null;
    return dataTransfer.types.some((type) => type === 'Files' || type === 'text/uri-list') ? dataTransfer : null;
  }

  private read(data: DataTransfer): Dropped {
    const entries = [...data.items].flatMap((item): DroppedEntry[] => {
      const file = item.getAsFile();
      if (!file) return [];
      const isFolder = item.webkitGetAsEntry()?.isDirectory ?? false;
      return [{ name: file.name, isFolder, path: this.parts.pathOf(file) }];
    });
    return readDropped(entries, data.getData('text/uri-list') || data.getData('text/plain'));
  }

  private show(isOver: boolean): void {
    if (this.isOver === isOver) return;
    this.isOver = isOver;
    this.host.requestUpdate();
  }
}
