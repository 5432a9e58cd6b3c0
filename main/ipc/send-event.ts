import type { WebContents } from 'electron';
import { eventChannel } from '#preload/contract/channels.ts';
import type { EventName, EventPayload } from '#preload/contract/contract.ts';

export type SendEvent = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;

/** Sends to every window that is still there. */
export function eventSender(windows: () => readonly WebContents[]): SendEvent {
  return (name, payload) => {
    for (const contents of windows()) if (!contents.isDestroyed()) contents.send(eventChannel(name), payload);
  };
}
