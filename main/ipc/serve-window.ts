import { ipcMain } from 'electron';
import { serveContract } from './serve-contract.ts';

/** The only place that touches Electron's `ipcMain`. Returns the function that takes every handler away again. */
export function serveWindow(options: Omit<Parameters<typeof serveContract>[0], 'ipcMain'>): () => void {
  return serveContract({ ...options, ipcMain });
}
