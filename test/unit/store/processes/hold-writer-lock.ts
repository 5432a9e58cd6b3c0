import { acquireWriterLock } from '#main/store/writer-lock.ts';

/** Holds the lock of the library given until it is killed. A lock that nobody refers to any more is let go. */
const lock = acquireWriterLock(process.argv[2] ?? '');
process.once('beforeExit', () => lock.release());
process.stdout.write('ready\n');
setInterval(() => {}, 1_000);
