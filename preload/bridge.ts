import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '#preload/contract/bridge-types.ts';
import { callChannel, cancelChannel, eventChannel } from '#preload/contract/channels.ts';
import { calls, events } from '#preload/contract/contract.ts';

/** Knows no feature: it lets through the names of the contract and nothing else. */
const bridge: Bridge = {
  call: (name, input, requestId) =>
    Object.hasOwn(calls, name)
      ? ipcRenderer.invoke(callChannel(name), input, requestId)
      : Promise.reject(new TypeError(`no such call: ${name}`)),
  cancel: (requestId) => {
    ipcRenderer.send(cancelChannel, requestId);
  },
  pathOf: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
  on: (name, listener) => {
    if (!Object.hasOwn(events, name)) throw new TypeError(`no such event: ${name}`);
    const forward = (_event: unknown, payload: Parameters<typeof listener>[0]): void => listener(payload);
    ipcRenderer.on(eventChannel(name), forward);
    return () => {
      ipcRenderer.off(eventChannel(name), forward);
    };
  },
};

contextBridge.exposeInMainWorld('offprint', bridge);
