import { type Source, SourceFailure, type TransferCount } from './source.ts';

/**
 * A source whose kind is known only once it has been looked at. `open` is called by the first `readHead`, again only where it
 * failed.
 */
export function createDeferredSource(transfer: TransferCount, open: (signal: AbortSignal) => Promise<Source>): Source {
  let inner: Source | null = null;

  function opened(): Source {
    if (inner !== null) return inner;
    throw new SourceFailure('damaged-transfer', 'the origin was not read before its files were asked for');
  }

  return {
    transfer,
    async readHead(signal) {
      inner ??= await open(signal);
      return inner.readHead(signal);
    },
    readChanges: async (head, known, signal) => opened().readChanges(head, known, signal),
    readFiles: (head, wanted, known, signal) => opened().readFiles(head, wanted, known, signal),
    async close() {
      await inner?.close();
      inner = null;
    },
  };
}
