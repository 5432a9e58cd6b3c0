import { changedSettings, defaultSettings } from '#preload/contract/default-settings.ts';
import type { Bridge } from '#preload/contract/bridge-types.ts';
import type { CallInput, CallName, EventName } from '#preload/contract/contract.ts';
import type { Answer, Failure } from '#preload/contract/failure.ts';
import type { ArticleSummary, Completeness, LinkTarget } from '#preload/contract/library-types.ts';
import type { Mark, SearchAnswer, SearchHit } from '#preload/contract/search-types.ts';
import type { Settings } from '#preload/contract/settings-types.ts';
import type { Connection } from '#preload/contract/privacy-types.ts';
import { fakeDetail } from './fake-articles.ts';
import { fakeGroups } from './fake-groups.ts';
import { createSearchHandlers } from './fake-searches.ts';
import { createFakeStorage } from './fake-storage.ts';
import { createTagHandlers } from './fake-tags.ts';
import { createFakeUpdates } from './fake-updates.ts';
import { createFakeViewing } from './fake-viewing.ts';
import type { Scenario } from './scenarios.ts';

/** What a test can ask of the fake main side, as `window.fake`. */
export interface FakeControl {
  readonly calls: () => readonly { readonly name: string; readonly input: unknown; readonly requestId: string }[];
  readonly cancelled: () => readonly string[];
  readonly emit: (name: EventName, payload: unknown) => void;
  /** The next calls of this name fail; null: they are answered again. */
  readonly fail: (name: CallName, failure: Failure | null) => void;
  /** Calls of this name are answered with this from now on. */
  readonly answer: (name: CallName, value: unknown) => void;
  /** Calls of this name wait for `release`. */
  readonly hold: (name: CallName) => void;
  readonly release: (name: CallName) => void;
}

export type Handlers = { readonly [Name in CallName]?: (input: CallInput<Name>) => unknown };

const wordMarks = (text: string, query: string): readonly Mark[] => {
  const wanted = new Set([query, query.replaceAll('濕', '湿'), query.replaceAll('湿', '濕')].filter((word) => word !== ''));
  return [...wanted].flatMap((word) =>
    [...text.matchAll(new RegExp(word.replaceAll(/[^\p{L}\p{N}]/gu, '.'), 'giu'))].map((hit): Mark => [hit.index, word.length]),
  );
};

const answerSearch = (scenario: Scenario, { query, offset, limit }: CallInput<'search.run'>): SearchAnswer => {
  const all = Array.from({ length: Math.min(97, scenario.total) }, (_, index) => scenario.articleAt(index));
  const found = all.filter((article) => wordMarks(article.title + article.excerpt, query).length > 0);
  const hits = found.slice(offset, offset + limit).map((article): SearchHit => ({
    id: article.id,
    title: article.title,
    publishedOn: article.publishedOn,
    titleMarks: wordMarks(article.title, query),
    snippets: article.excerpt === '' ? [] : [{ text: article.excerpt, marks: wordMarks(article.excerpt, query) }],
    article,
  }));
  return { total: found.length, isTotalExact: true, milliseconds: 3, hits };
};

/** `page:` leads to the second article, to a section or to the archive, a Git host to a repository, everything else out. */
const fakeTarget = (url: string, articleAt: (index: number) => ArticleSummary): LinkTarget => ({
  articleId: url.startsWith('page:pages/') ? articleAt(1).id : null,
  sectionId: url.startsWith('page:indexes/') ? 'morning:indexes/科技.md' : null,
  archiveId: url === 'page:README.md' ? 'morning' : null,
  anchor: url.startsWith('page:pages/') ? (url.split('#')[1] ?? null) : null,
  repository: /^https:\/\/[^/]+\/[^/]+\/[^/]+(?=\/blob\/)/u.exec(url)?.[0] ?? null,
});

const fakeCompleteness = (archive: string, isRetried: boolean): Completeness => ({
  archive,
  isUnfinished: false,
  pages: { stored: isRetried ? 418 : 417, total: 418 },
  failedPages: [],
  pictures: {
    stored: 1_203,
    storedBytes: 214_000_000,
    waiting: isRetried ? 0 : 12,
    missing: isRetried
      ? [{ reason: 'tracker', count: 7 }]
      : [
          { reason: 'not-found', count: 31 },
          { reason: 'host-not-found', count: 9 },
          { reason: 'tracker', count: 7 },
        ],
  },
});

const fakeConnections: readonly Connection[] = [
  {
    host: 'git.example.org',
    via: null,
    purpose: 'archive',
    requests: 4,
    bytesDown: 1_800_000,
    bytesUp: 900,
    firstAt: '2026-11-20T09:12:00.000Z',
    lastAt: '2026-11-20T09:12:31.000Z',
  },
  {
    host: 'img.morningpost.example',
    via: '127.0.0.1:9050',
    purpose: 'pictures',
    requests: 31,
    bytesDown: 214_000,
    bytesUp: 0,
    firstAt: '2026-11-20T09:12:20.000Z',
    lastAt: '2026-11-20T09:12:48.000Z',
  },
];

const createHandlers = (scenario: Scenario, emit: FakeControl['emit']): Handlers => {
  let settings: Settings = { ...defaultSettings, language: scenario.language };
  const changes = new Map<string, Partial<ArticleSummary>>();
  const articleAt = (index: number): ArticleSummary => {
    const article = scenario.articleAt(index);
    return { ...article, ...changes.get(article.id) };
  };
  const indexOf = (id: string): number =>
    Array.from({ length: Math.min(scenario.total, 500) }, (_, index) => index).findIndex(
      (index) => scenario.articleAt(index).id === id,
    );
  const isFew = (kind: string): boolean => kind === 'bookmarked' || (kind === 'removed' && scenario.removed === 0);
  return {
    'library.overview': () => ({
      archives: scenario.archives,
      sections: scenario.sections,
      ...fakeGroups(scenario.total),
      counts: { all: scenario.total, unread: Math.floor(scenario.total / 20), bookmarked: 0, removed: scenario.removed },
    }),
    'articles.list': ({ scope, sort = 'newest', offset, limit }) => {
      const total = isFew(scope.kind) ? 0 : scenario.total;
      const length = Math.max(0, Math.min(limit, total - offset));
      const at = (index: number): number => (sort === 'newest' ? index : total - 1 - index);
      return { total, rows: Array.from({ length }, (_, place) => articleAt(at(offset + place))) };
    },
    'articles.show': ({ id }) => fakeDetail(articleAt(Math.max(0, indexOf(id)))),
    'articles.bookmark': ({ id, isBookmarked }) => {
      changes.set(id, { ...changes.get(id), isBookmarked });
      return null;
    },
    'articles.markRead': ({ id, isRead }) => {
      changes.set(id, { ...changes.get(id), isRead });
      return null;
    },
    'articles.markAllRead': () => ({ articles: 3, atMs: 1_760_000_000_000 }),
    'articles.unmarkRead': () => 3,
    'history.clear': () => null,
    'search.run': (input) => answerSearch(scenario, input),
    ...createSearchHandlers(),
    'archives.add': ({ name }) => ({ ...scenario.archives[0], id: 'river', name: name ?? '江海周报' }),
    'archives.remove': () => null,
    'archives.setPicturePolicy': () => null,
    'archives.completeness': ({ archiveId }) => fakeCompleteness(archiveId, false),
    'archives.retryMissing': ({ archiveId }) => fakeCompleteness(archiveId, true),
    'pictures.fetch': () => true,
    'archives.setOrigins': ({ archiveId, origins: [origin = '', ...mirrors] }) => ({
      ...scenario.archives.find(({ id }) => id === archiveId),
      origin,
      mirrors,
    }),
    'archives.share': ({ archiveId }) => ({ path: `/media/stick/${archiveId}.bundle` }),
    'archives.choosePlace': ({ kind }) => ({ origin: kind === 'file' ? '/media/stick/news.bundle' : '/home/reader/archive' }),
    'connections.list': () => fakeConnections,
    'library.wipe': () => null,
    ...createFakeStorage(),
    'network.read': () => ({ proxy: { kind: 'system' }, extraCaFile: null, isPasswordEncrypted: true }),
    'network.change': (setting) => ({ ...setting, isPasswordEncrypted: true }),
    'network.test': () => ({ failed: null, passed: ['name', 'connect', 'tls', 'host', 'archive'], milliseconds: 412 }),
    'articles.mark': ({ selection, isBookmarked, isRead }) => {
      const ids = selection.kind === 'articles' ? selection.ids : Array.from({ length: 40 }, (_, index) => articleAt(index).id);
      const change = { ...(isBookmarked !== undefined && { isBookmarked }), ...(isRead !== undefined && { isRead }) };
      for (const id of ids) changes.set(id, { ...changes.get(id), ...change });
      return { articles: ids.length };
    },
    ...createTagHandlers((name, payload) => emit(name, payload)),
    'articles.copyList': () => ({ articles: 2 }),
    'menus.open': () => null,
    'export.run': () => ({ files: ['/home/reader/大河.pdf'], articles: 1, failed: [], bytes: 182_000, endedBy: null }),
    'export.pause': () => null,
    'export.reveal': () => null,
    'export.open': () => null,
    'export.print': () => null,
    'articles.copy': () => true,
    'logins.list': () => [],
    'logins.keep': ({ origin, userName }) => ({ origin, userName, kept: 'encrypted' }),
    'logins.forget': () => null,
    'network.chooseCaFile': () => ({ path: '/home/reader/office.pem' }),
    'sync.run': () => [
      {
        archive: 'river',
        head: 'beef',
        added: 214,
        changed: 3,
        removed: 1,
        failed: [],
        bytesDown: 1_800_000,
        bytesUp: 900,
        seconds: 4,
        pictures: { stored: 0, missing: 0 },
        failure: null,
      },
    ],
    'window.openArticle': () => null,
    'window.disabledCommands': () => null,
    'settings.read': () => settings,
    'settings.change': (change) => {
      settings = changedSettings(settings, change);
      emit('settings.changed', settings);
      return settings;
    },
    ...createFakeViewing(articleAt),
    ...createFakeUpdates(emit),
    'links.resolve': ({ url }) => fakeTarget(url, articleAt),
    'links.openOutside': () => null,
  };
};

export const createFakeBridge = (scenario: Scenario): { readonly bridge: Bridge; readonly control: FakeControl } => {
  const calls: { name: string; input: unknown; requestId: string }[] = [];
  const cancelled: string[] = [];
  const listeners = new Map<string, Set<(payload: never) => void>>();
  const failures = new Map<string, Failure>();
  const answers = new Map<string, unknown>();
  const held = new Map<string, (() => void)[]>();
  const cancels = new Map<string, () => void>();

  const emit: FakeControl['emit'] = (name, payload) => {
    for (const listener of listeners.get(name) ?? []) listener(payload as never);
  };
  const handlers = createHandlers(scenario, emit);

  const call = async (name: CallName, input: never, requestId: string): Promise<Answer<never>> => {
    calls.push({ name, input, requestId });
    const waiting = held.get(name);
    const ended = new Promise<'cancelled'>((resolve) => cancels.set(requestId, () => resolve('cancelled')));
    const released = waiting
      ? new Promise<'released'>((resolve) => waiting.push(() => resolve('released')))
      : Promise.resolve('released');
    if ((await Promise.race([ended, released])) === 'cancelled')
      return { ok: false, failure: { code: 'cancelled', message: 'cancelled' } };
    const failure = failures.get(name);
    if (failure) return { ok: false, failure };
    return { ok: true, value: (answers.has(name) ? answers.get(name) : handlers[name]?.(input)) as never };
  };

  return {
    bridge: {
      call,
      cancel: (requestId) => {
        cancelled.push(requestId);
        cancels.get(requestId)?.();
      },
      pathOf: ({ name }) => `/home/reader/${name}`,
      on: (name, listener) => {
        const set = listeners.get(name) ?? new Set();
        listeners.set(name, set.add(listener));
        return () => set.delete(listener);
      },
    },
    control: {
      calls: () => [...calls],
      cancelled: () => [...cancelled],
      emit,
      fail: (name, failure) => void (failure ? failures.set(name, failure) : failures.delete(name)),
      answer: (name, value) => void answers.set(name, value),
      hold: (name) => void held.set(name, []),
      release: (name) => {
        for (const resolve of held.get(name) ?? []) resolve();
        held.delete(name);
      },
    },
  };
};
