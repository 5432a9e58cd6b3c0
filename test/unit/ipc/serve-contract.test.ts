import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { EventEmitter } from 'node:events';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { ReportedFailure } from '#main/failure.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import { serveContract } from '#main/ipc/serve-contract.ts';
import { defaultExportOptions } from '#preload/contract/export-types.ts';
import { callChannel, cancelChannel } from '#preload/contract/channels.ts';
import { type CallName, calls } from '#preload/contract/contract.ts';
import { type Answer, type Failure, failureCodes } from '#preload/contract/failure.ts';

const callNames = Object.keys(calls) as CallName[];
const libraryId = 'news:pages/1.md';

/** An input that each schema takes; a new call without one fails the walk below. */
const goodInputs: { readonly [Name in CallName]: unknown } = {
  'library.overview': {},
  'articles.list': { scope: { kind: 'section', sectionId: 'news:indexes/a.md' }, offset: 0, limit: 100 },
  'articles.show': { id: libraryId },
  'articles.pictures': { id: libraryId, body: 3 },
  'articles.related': { id: libraryId },
  'articles.note': { id: libraryId, request: { kind: 'note', body: 'original', place: 2 } },
  'reading.focusRequest': { id: libraryId, request: { kind: 'picture', body: 'article', place: 0 } },
  'articles.bookmark': { id: libraryId, isBookmarked: true },
  'articles.markRead': { id: libraryId, isRead: true },
  'articles.markAllRead': { scope: { kind: 'period', year: 2021, month: 6 } },
  'articles.unmarkRead': { atMs: 1 },
  'history.clear': {},
  'search.run': { query: '会谈', sort: 'newest', offset: 0, limit: 50 },
  'search.count': { query: '会谈' },
  'search.facets': { query: '会谈' },
  'search.offers': { query: '会谈' },
  'search.suggest': { text: '会', limit: 6 },
  'search.saved': {},
  'search.save': { query: '会谈', name: '谈' },
  'search.unsave': { id: 'a' },
  'search.history': {},
  'search.remember': { query: '会谈' },
  'search.forget': { query: null },
  'articles.countMarks': { id: libraryId, find: '会谈', isLiteral: true, version: null },
  'archives.add': { origin: 'https://example.org/news.git' },
  'archives.setPicturePolicy': { archiveId: 'news', policy: 'opened' },
  'archives.completeness': { archiveId: 'news' },
  'archives.retryMissing': { archiveId: 'news' },
  'pictures.fetch': { id: libraryId, url: 'https://example.org/a.png' },
  'archives.setOrigins': { archiveId: 'news', origins: ['https://example.org/news.git'] },
  'archives.choosePlace': { kind: 'folder' },
  'archives.share': { archiveId: 'news' },
  'connections.list': {},
  'library.wipe': {},
  'export.run': { id: 'a', selection: { kind: 'articles', ids: ['news:pages/1.md'] }, options: defaultExportOptions('pdf') },
  'export.pause': { id: 'a', isPaused: true },
  'export.reveal': { id: 'a' },
  'export.open': { id: 'a' },
  'export.print': { id: 'a', selection: { kind: 'scope', scope: { kind: 'bookmarked' } }, options: defaultExportOptions('pdf') },
  'tags.list': {},
  'tags.ofArticles': { selection: { kind: 'articles', ids: [libraryId] } },
  'tags.change': { selection: { kind: 'articles', ids: [libraryId] }, add: ['湿地'], remove: [' later '] },
  'tags.rename': { name: '湿地', to: '候鸟' },
  'tags.remove': { name: '湿地' },
  'articles.mark': { selection: { kind: 'scope', scope: { kind: 'all' }, sort: 'title', except: [libraryId] }, isRead: true },
  'articles.copyList': { selection: { kind: 'articles', ids: [libraryId] } },
  'menus.open': { items: ['open', 'line', 'export'], at: { x: 3, y: 4 } },
  'articles.copy': { id: libraryId, form: 'quotation' },
  'network.read': {},
  'network.change': { proxy: { kind: 'system' }, extraCaFile: null },
  'network.test': { setting: { proxy: { kind: 'none' }, extraCaFile: null }, origin: 'https://example.org/news.git' },
  'network.chooseCaFile': {},
  'logins.list': {},
  'logins.keep': { origin: 'https://git.example.org:8443', userName: 'reader', password: 'secret' },
  'logins.forget': { origin: 'https://git.example.org' },
  'updates.read': {},
  'updates.choose': { choice: 'notify', mirrors: ['https://mirror.example/offprint/'] },
  'updates.check': {},
  'updates.download': {},
  'updates.cancel': {},
  'updates.takeFile': {},
  'updates.install': {},
  'archives.remove': { archiveId: 'news' },
  'sync.run': {},
  'settings.read': {},
  'window.openArticle': { id: 'river:pages/1.md' },
  'window.disabledCommands': { commands: ['print'] },
  'settings.change': { theme: 'dark' },
  'links.resolve': { from: libraryId, url: 'page:pages/2.md#at-a' },
  'archives.syncLog': { archiveId: 'news' },
  'sync.hold': { wishes: [null] },
  'sync.stopScheduled': {},
  'reading.stoppedAt': { id: 'news:1.md' },
  'reading.place': { id: 'news:1.md' },
  'reading.text': { id: 'news:1.md' },
  'reading.showPassage': { id: 'news:1.md', passage: { block: 0, start: 0, end: 4, text: 'One.' } },
  'storage.read': {},
  'storage.check': {},
  'storage.openFolder': {},
  'links.openOutside': { url: 'https://example.org/' },
};

/** None of these is an input of any call. */
const hostileInputs: readonly unknown[] = [
  undefined,
  null,
  0,
  'text',
  [],
  { surprise: true },
  { __proto__: null, constructor: 1 },
  { id: '../../etc/passwd' },
  { id: `news:${'x'.repeat(10_000_000)}` },
  { scope: { kind: 'sql', where: '1=1' }, offset: 0, limit: 10 },
  { scope: { kind: 'all' }, offset: -1, limit: 1e9 },
  { query: 1, sort: 'newest', offset: 0, limit: 50 },
  { origin: '' },
  { archiveIds: ['a/b'] },
  { theme: 'pink' },
  { choice: 'always' },
  { mirrors: ['file:///etc/passwd'] },
  { origin: 'https://reader@git.example.org', userName: 'reader', password: 'secret' },
  { origin: 'file://', userName: '', password: '' },
  { url: 7 },
];

type Listener = (event: unknown, ...rest: unknown[]) => unknown;

/** The edge: Electron's ipcMain, as a map. */
function fakeIpcMain() {
  const handled = new Map<string, Listener>();
  const listened = new Map<string, Listener>();
  const ipcMain = {
    handle: (channel: string, listener: Listener) => void handled.set(channel, listener),
    removeHandler: (channel: string) => void handled.delete(channel),
    on: (channel: string, listener: Listener) => void listened.set(channel, listener),
    off: (channel: string) => void listened.delete(channel),
  } as unknown as IpcMain;
  return { ipcMain, handled, listened };
}

/** The edge: of a window what tells that it is gone. */
const contentsOf = (id: number) => Object.assign(new EventEmitter().setMaxListeners(0), { id });
const eventFrom = (sender: EventEmitter, isWindow = true) => ({ sender, isWindow }) as unknown as IpcMainInvokeEvent;
const window = eventFrom(contentsOf(1));
const otherWindow = eventFrom(contentsOf(2));
const articleFrame = eventFrom(contentsOf(1), false);

let stop: (() => void) | undefined;
afterEach(() => stop?.());

function serve(overrides: Partial<Handlers> = {}) {
  const served: CallName[] = [];
  const failures: Failure[] = [];
  const handlers = Object.fromEntries(
    callNames.map((name) => [name, () => Promise.resolve(served.push(name)).then(() => null)]),
  ) as unknown as Handlers;
  const wires = fakeIpcMain();
  stop = serveContract({
    ipcMain: wires.ipcMain,
    handlers: { ...handlers, ...overrides },
    isTrustedSender: (event: IpcMainEvent | IpcMainInvokeEvent) => (event as unknown as { isWindow: boolean }).isWindow,
    reportFailure: (_name, failure) => failures.push(failure),
  });
  let request = 0;
  const call = (name: CallName, input: unknown, event: unknown = window, requestId: unknown = `r${(request += 1)}`) => {
    const listener = wires.handled.get(callChannel(name));
    if (!listener) throw new Error(`no handler for ${name}`);
    return listener(event, input, requestId) as Promise<Answer<unknown>>;
  };
  const cancel = (requestId: unknown, event: unknown = window) => wires.listened.get(cancelChannel)?.(event, requestId);
  return { ...wires, call, cancel, served, failures };
}

describe.each(callNames)('the call %s', (name) => {
  it('has a handler that an input of its schema reaches', async () => {
    const { call, served } = serve();
    expect(v.is(calls[name].input, goodInputs[name])).toBe(true);
    expect(await call(name, goodInputs[name])).toMatchObject({ ok: true });
    expect(served).toEqual([name]);
  });

  it('refuses every hostile input before the handler sees it', async () => {
    const { call, served } = serve();
    const refused = hostileInputs.filter((input) => !v.is(calls[name].input, input));
    expect(refused.length).toBeGreaterThanOrEqual(hostileInputs.length - 2);
    for (const input of refused) {
      expect(await call(name, input)).toMatchObject({ ok: false, failure: { code: 'bad-input' } });
    }
    expect(served).toEqual([]);
  });

  it('refuses fields that its schema does not name', async () => {
    const { call } = serve();
    const input = { ...(goodInputs[name] as object), surprise: 1 };
    expect(await call(name, input)).toMatchObject({ ok: false, failure: { code: 'bad-input' } });
  });

  it('refuses a sender that is not the window', async () => {
    const { call, served, failures } = serve();
    expect(await call(name, goodInputs[name], articleFrame)).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
    expect(served).toEqual([]);
    expect(failures).toHaveLength(1);
  });
});

describe('serving the contract', () => {
  const untilAborted = (_input: unknown, signal: AbortSignal): Promise<never> =>
    new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

  it('ends a cancelled call with the failure "cancelled"', async () => {
    const { call, cancel } = serve({ 'sync.run': untilAborted });
    const answer = call('sync.run', {}, window, 'one');
    cancel('one');
    expect(await answer).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  });

  it('does not let one window, or an article, cancel the calls of another', async () => {
    const { call, cancel } = serve({ 'sync.run': untilAborted });
    const answer = call('sync.run', {}, window, 'one');
    cancel('one', otherWindow);
    cancel('one', articleFrame);
    const first = await Promise.race([answer, new Promise((resolve) => setTimeout(() => resolve('still running'), 20))]);
    expect(first).toBe('still running');
    cancel('one');
    await answer;
  });

  it.each(['destroyed', 'render-process-gone', 'did-navigate'])('ends the calls of a window that is gone: %s', async (ending) => {
    const { call } = serve({ 'sync.run': untilAborted });
    const [sender, other] = [contentsOf(3), contentsOf(4)];
    const answers = ['one', 'two'].map((requestId) => call('sync.run', {}, eventFrom(sender), requestId));
    const untouched = call('sync.run', {}, eventFrom(other), 'one');
    sender.emit(ending);
    for (const answer of answers) expect(await answer).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    const first = await Promise.race([untouched, new Promise((resolve) => setTimeout(() => resolve('still running'), 20))]);
    expect(first).toBe('still running');
    other.emit(ending);
    await untouched;
  });

  it('listens once to a window, however many calls it makes', async () => {
    const { call } = serve();
    const sender = contentsOf(5);
    for (let at = 0; at < 30; at += 1) await call('settings.read', {}, eventFrom(sender));
    expect(sender.listenerCount('destroyed')).toBe(1);
  });

  it('refuses a request id that is missing, too long or in use', async () => {
    const { call, cancel } = serve({ 'sync.run': untilAborted });
    const running = call('sync.run', {}, window, 'one');
    for (const requestId of [null, '', 'x'.repeat(101), 7, 'one'])
      expect(await call('sync.run', {}, window, requestId)).toMatchObject({ ok: false, failure: { code: 'bad-input' } });
    cancel('one');
    await running;
  });

  it('passes on the code and the details of a failure, and hides what an unexpected error was thrown with', async () => {
    const { call } = serve({
      'articles.show': () => Promise.reject(new ReportedFailure({ code: 'not-found', message: 'gone', details: { id: 'a:b' } })),
      'library.overview': () => Promise.reject(new TypeError('x is undefined')),
    });
    expect(await call('articles.show', goodInputs['articles.show'])).toEqual({
      ok: false,
      failure: { code: 'not-found', message: 'gone', details: { id: 'a:b' } },
    });
    expect(await call('library.overview', {})).toMatchObject({ ok: false, failure: { code: 'internal' } });
  });

  it('takes every handler away again', () => {
    const { handled, listened } = serve();
    expect(handled.size).toBe(callNames.length);
    stop?.();
    stop = undefined;
    expect(handled.size + listened.size).toBe(0);
  });

  it('has failure codes that are all different', () => {
    expect(new Set(failureCodes).size).toBe(failureCodes.length);
  });
});
