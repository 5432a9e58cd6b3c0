import { expect, test } from 'vitest';
import { createConnectionLog } from '#main/connection-log.ts';
import { ReportedFailure } from '#main/failure.ts';
import { type PrivacyParts, privacyHandlers } from '#main/privacy-handlers.ts';
import { defaultSettings } from '#preload/contract/default-settings.ts';

const running = new AbortController().signal;

function handlersOf(busyTimes: number): { readonly handlers: ReturnType<typeof privacyHandlers>; readonly done: string[] } {
  const done: string[] = [];
  let busy = busyTimes;
  const parts = {
    library: {
      close: () => Promise.resolve(done.push('library closed')),
      reopen: () => done.push('library open again'),
    },
    importer: { close: () => done.push('importer ended'), reopen: () => done.push('importer back') },
    preferences: { settings: () => defaultSettings },
    connections: createConnectionLog({ nowMs: () => 0, onChange: () => undefined }),
    openOutside: (url: string) => Promise.resolve(void done.push(url)),
    wipe: () => {
      if (busy-- > 0) return Promise.reject(new ReportedFailure({ code: 'library-busy', message: 'busy' }));
      return Promise.resolve(void done.push('wiped'));
    },
  };
  return { handlers: privacyHandlers(parts as unknown as PrivacyParts), done };
}

test('the library is wiped when nobody of this application uses it any longer', async () => {
  const { handlers, done } = handlersOf(2);
  await handlers['library.wipe']({}, running);
  expect(done).toEqual(['importer ended', 'library closed', 'wiped']);
});

test('a library that another process keeps in use is not wiped, and that is said', async () => {
  const { handlers, done } = handlersOf(Infinity);
  await expect(handlers['library.wipe']({}, running)).rejects.toMatchObject({ code: 'library-busy' });
  expect(done).toEqual(['importer ended', 'library closed', 'library open again', 'importer back']);
});

test('only a web address is opened outside', async () => {
  const { handlers, done } = handlersOf(0);
  await handlers['links.openOutside']({ url: 'https://example.org/a' }, running);
  await expect(handlers['links.openOutside']({ url: 'smb://host/a' }, running)).rejects.toMatchObject({ code: 'not-allowed' });
  expect(done).toEqual(['https://example.org/a']);
});
