import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';

/** Whether a message comes from the top frame of a window that shows the application's own page, and from no frame in it. */
export function isWindowFrame({ senderFrame }: Pick<IpcMainEvent | IpcMainInvokeEvent, 'senderFrame'>, origin: string): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === origin;
}
