import { createDeferredSource } from '../deferred-source.ts';
import { openFile } from '../local-source.ts';
import { openSender } from '../open-sender.ts';
import type { SourceOptions } from '../source-options.ts';
import type { Source, TransferCount } from '../source.ts';
import { type Download, download } from './download.ts';

/** A snapshot or bundle that is downloaded whole to a temporary file, which `close` deletes. */
export function createWebFileSource(address: string, options: SourceOptions): Source {
  const transfer: TransferCount = { bytesDown: 0, bytesUp: 0 };
  const sender = openSender(options, transfer);
  let downloaded: Download | null = null;
  const inner = createDeferredSource(transfer, async (signal) => {
    downloaded ??= await download(address, { ...options, sender, signal });
    return openFile(downloaded.path, options);
  });
  return {
    ...inner,
    async close() {
      await inner.close();
      sender.close();
      await downloaded?.remove();
      downloaded = null;
    },
  };
}
