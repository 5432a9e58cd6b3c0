import type { Handlers } from './fake-bridge.ts';

/** A library of half a gigabyte, which is sound. */
export const createFakeStorage = (): Handlers => ({
  'storage.read': () => ({
    folder: '/home/reader/.local/share/offprint',
    bytes: {
      articles: 312_400_000,
      pictures: 214_000_000,
      readerData: 420_000,
      incoming: 0,
      window: 9_100_000,
      logs: 18_000,
      other: 0,
    },
  }),
  'storage.check': () => ({ isMended: false }),
  'storage.openFolder': () => null,
});
