import { connect, createServer } from 'node:net';
import { type Listening, listen } from './listening.ts';

export interface CuttingFront extends Listening {
  /** Of all that the server sent through here, what was let through. */
  readonly bytesThrough: number;
  /**
   * Lets so many more bytes through. Then, cut: resets every connection, a moment later, and takes no new one; held: is silent.
   * Resolves when that comes about.
   */
  allow(bytes: number, then: 'cut' | 'held'): Promise<void>;
  /** Lets everything through again. */
  open(): void;
}

/**
 * What was sent is taken in before the reset, as on a slow network, where nothing else is on the way. Many short turns, since
 * who takes it in may live on the same event loop and be busy with the last of it.
 */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => setTimeout(resolve, 4));
}

/** A door before a server that falls shut after a number of bytes, wherever in the answers that is. */
export async function startCuttingFront(port: number): Promise<CuttingFront> {
  let left = Infinity;
  let bytesThrough = 0;
  let isCutting = true;
  let reached = (): void => undefined;
  const server = createServer((socket) => {
    const inner = connect(port, '127.0.0.1');
    const end = (): void => {
      socket.resetAndDestroy();
      inner.destroy();
    };
    if (left <= 0 && isCutting) return end();
    socket.pipe(inner);
    inner.on('data', (chunk: Buffer) => {
      const piece = chunk.subarray(0, left);
      left -= piece.length;
      bytesThrough += piece.length;
      socket.write(piece);
      if (left > 0) return;
      inner.pause();
      void settle().then(() => {
        if (isCutting) end();
        reached();
      });
    });
    inner.on('error', end);
    socket.on('error', end);
    inner.once('end', () => socket.end());
    socket.once('close', end);
  });
  const listening = await listen(server);
  return {
    port: listening.port,
    get connections() {
      return listening.connections;
    },
    get bytesThrough() {
      return bytesThrough;
    },
    allow: (bytes, then) => {
      left = bytes;
      isCutting = then === 'cut';
      return new Promise((resolve) => (reached = resolve));
    },
    open: () => {
      left = Infinity;
    },
    close: () => listening.close(),
  };
}
