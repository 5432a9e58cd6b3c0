import type { SettingSection } from '#renderer/state/setting-sections.ts';
import {
  act,
  command,
  failing,
  failSync,
  given,
  held,
  inTurn,
  key,
  openArticle,
  openDialog,
  openMenuOf,
  openPanel,
} from './screen-steps.ts';
import { press, rows, search, showLibrary, type Step, told, toldOfExport, type, until } from './screen-steps.ts';

/** One thing that the window can show. */
export interface Screen {
  readonly name: string;
  readonly show: Step;
  /** Of the fake main side: a library with three archives unless it says otherwise. */
  readonly scenario?: string;
}

const progress = { stage: 'fetching', archive: 'morning', done: 9_120, total: 23_900, bytesDown: 14_200_000 };
const proxy = { kind: 'http', host: 'proxy.example', port: 3128, username: 'reader', password: 'secret' };
const network = { proxy, extraCaFile: '/home/reader/office.pem', isPasswordEncrypted: false };
const release = { version: '0.2.0', issuedAt: '2026-01-02T03:04:05Z', bytes: 96_000_000, notes: { en: 'Search is faster.' } };
const updates = { version: '0.1.0', choice: 'notify', packageKind: 'appimage', canInstall: true, mirrors: [], hasMirror: true };
const available = { ...updates, state: { kind: 'available', release } };
const downloading = { ...updates, state: { kind: 'downloading', release, receivedBytes: 24_000_000 } };
const lost = {
  id: 'morning:pages/9.md',
  title: '一份三十年前的湿地地图',
  failure: { code: 'library-damaged', message: 'damaged' },
};
const exported = { files: ['/home/reader/a.epub', '/home/reader/b.epub'], articles: 238, failed: [lost], bytes: 9_000_000 };
const report = { archive: 'river', head: 'beef', added: 214, changed: 3, removed: 1, failed: [], bytesDown: 1_800_000 };
const brought = { ...report, bytesUp: 900, seconds: 4, pictures: { stored: 12, missing: 3 }, failure: null };
const broken = { ...brought, added: 0, changed: 0, failure: { code: 'connection-failed', message: 'connect ECONNREFUSED' } };
const logged = [brought, broken].map((one) => ({ startedAt: '2021-06-16T08:01:00Z', report: one }));
const saved = { id: 'a', name: '候鸟 after:2021', query: '候鸟 after:2021', total: 64, isTotalExact: true };
const offered = { origin: 'https://git.example.org/news', mirrors: ['https://b.example/news.git'] };
const suggested = [
  { kind: 'recent', text: '湿地保护', marks: [[0, 2]], query: '湿地保护', articleId: null },
  { kind: 'source', text: '湿地周刊', marks: [[0, 2]], query: 'source:"湿地周刊"', articleId: null },
  { kind: 'title', text: '一份三十年前的湿地地图', marks: [[7, 2]], query: '湿地', articleId: 'morning:pages/3.md' },
];

const openSearch = inTurn(rows, command('search'), until('op-search-field .option'));
const find = (text: string): Step => inTurn(openArticle, command('find-in-article'), type('op-find-bar input', text));
const openExport = inTurn(openArticle, command('export'), until('op-export-dialog dialog[open]'));
const submitExport = inTurn(openExport, press('op-export-dialog [type="submit"]'));
const runExport = inTurn(held('export.run'), submitExport, toldOfExport({ stage: 'writing', done: 12, total: 240 }));
const exportAgain = inTurn(command('export'), press('op-export-dialog [type="submit"]'));
const showQueue = inTurn(key('Escape'), press('op-export-notice button'), until('op-export-queue dialog[open]'));
const openAdding = openDialog('add-archive', 'op-add-archive-dialog');
const submitAddress = inTurn(type('op-add-archive-dialog input', 'https://gti.example.org/a'), key('Enter'));
const follow = (url: string): Step =>
  inTurn(rows, told('article.linkFollowed', { url }), until('op-outside-link-dialog dialog[open]'));
const onePicture = {
  language: 'en',
  pictures: [{ place: 0, sha256: '42'.repeat(32), width: 90, height: 60, alt: '', caption: '' }],
};
const viewPicture = (place: number): Step =>
  inTurn(
    openArticle,
    told('article.linkFollowed', { url: `offprint-view:picture/article/${place}` }),
    until('op-picture-viewer dialog[open] img'),
  );
const viewNote = (place: number): Step =>
  inTurn(
    openArticle,
    told('article.linkFollowed', { url: `offprint-view:note/article/${place}` }),
    until('op-note-popover :popover-open p'),
  );
const settings = (section: SettingSection): Screen => ({
  name: `settings-${section}`,
  show: inTurn(rows, command(`settings-${section}`), until('op-settings-page h3')),
});
const recordTaken = inTurn(press('op-shortcut-editor [data-command="search"] .key'), key('Control+f'));

/** Every screen; a new one is a line here, and is then looked at in every theme, language, width and wish of the system. */
export const screens = {
  panes: [
    { name: 'list', show: rows },
    { name: 'library', show: showLibrary },
    { name: 'article', show: openArticle },
    { name: 'original-page', show: inTurn(openArticle, command('toggle-original')) },
    { name: 'bookmarks-none', show: inTurn(rows, command('go-bookmarks'), until('op-list-view op-empty-state')) },
    { name: 'library-empty', show: until('op-list-view op-empty-state'), scenario: 'empty' },
    {
      name: 'first-steps',
      show: inTurn(until('op-article-frame'), command('leave'), until('op-first-steps')),
      scenario: 'first',
    },
  ],
  searching: [
    { name: 'search', show: inTurn(search('湿地'), openArticle) },
    { name: 'search-none', show: inTurn(search('湿地银行'), until('op-list-view op-empty-state')) },
    {
      name: 'search-facets',
      show: inTurn(search('湿地'), press('op-facets .opener'), until('op-facets [role="menu"]:popover-open')),
    },
    { name: 'search-suggestions', show: inTurn(given('search.suggest', suggested), openSearch, key('ArrowDown')) },
    {
      name: 'search-syntax',
      show: inTurn(openSearch, press('op-search-field .option:last-child'), until('op-syntax-help :popover-open')),
    },
    { name: 'search-name', show: inTurn(search('湿地'), command('save-search'), until('op-search-name-dialog dialog[open]')) },
    {
      name: 'search-menu',
      show: inTurn(
        search('湿地'),
        given('search.save', [saved]),
        given('search.saved', [saved]),
        press('.save'),
        key('Enter'),
        openMenuOf('saved'),
      ),
    },
  ],
  menus: [
    { name: 'find', show: inTurn(find('鸟'), until('op-find-bar op-match-steps')) },
    { name: 'find-none', show: inTurn(find('鲸'), until('op-find-bar op-match-steps')) },
    { name: 'reading-menu', show: openPanel('op-reading-menu') },
    { name: 'outline-menu', show: openPanel('op-outline-menu') },
    { name: 'related-menu', show: inTurn(openPanel('op-related-menu'), until('op-related-menu li')) },
    {
      name: 'related-none',
      show: inTurn(
        given('articles.related', { rows: [] }),
        openPanel('op-related-menu'),
        until('op-related-menu [role="status"]'),
      ),
    },
    { name: 'versions-menu', show: openPanel('op-versions-menu') },
    { name: 'settings-menu', show: inTurn(showLibrary, press('op-settings-menu .opener')) },
    { name: 'archive-menu', show: openMenuOf('archive') },
  ],
  viewing: [
    { name: 'picture', show: viewPicture(0) },
    { name: 'picture-larger', show: inTurn(viewPicture(1), key('1'), key('ArrowDown')) },
    { name: 'note', show: viewNote(0) },
    { name: 'note-without-place', show: viewNote(1) },
    { name: 'picture-alone', show: inTurn(given('articles.pictures', onePicture), viewPicture(0)) },
  ],
  states: [
    { name: 'sync-running', show: inTurn(rows, held('sync.run'), command('sync'), told('sync.progress', progress)) },
    { name: 'sync-failed', show: failSync('tls-failed') },
    {
      name: 'list-failed',
      show: inTurn(
        rows,
        failing('articles.list', 'library-damaged'),
        command('go-removed'),
        until('op-list-view op-failure-notice'),
      ),
    },
    {
      name: 'article-failed',
      show: inTurn(
        rows,
        failing('articles.show', 'library-damaged'),
        press('op-article-row'),
        until('op-article-view op-failure-notice'),
      ),
    },
    {
      name: 'sign-in',
      show: inTurn(failSync('origin-needs-login'), press('op-failure-notice .button'), until('op-sign-in-dialog dialog[open]')),
    },
  ],
  archives: [
    { name: 'add', show: openAdding },
    { name: 'add-offered', show: inTurn(rows, told('archive.offered', offered), until('op-add-archive-dialog dialog[open]')) },
    {
      name: 'add-failed',
      show: inTurn(
        openAdding,
        failing('archives.add', 'host-not-found'),
        submitAddress,
        until('op-add-archive-dialog op-failure-notice'),
      ),
    },
    { name: 'places', show: act('places', 'op-archive-places-dialog') },
    { name: 'network', show: openDialog('network', 'op-network-dialog') },
    { name: 'network-proxy', show: inTurn(given('network.read', network), openDialog('network', 'op-network-dialog')) },
    { name: 'completeness', show: act('completeness', 'op-completeness-dialog') },
    { name: 'sync-log', show: inTurn(given('archives.syncLog', logged), act('sync-log', 'op-sync-log-dialog')) },
    { name: 'shared', show: act('share', 'op-share-dialog') },
    { name: 'remove', show: act('remove', 'op-question-dialog') },
    { name: 'privacy', show: openDialog('privacy', 'op-privacy-dialog') },
    { name: 'wipe', show: inTurn(rows, command('wipe-library'), until('op-privacy-view op-question-dialog dialog[open]')) },
    { name: 'outside-link', show: follow('https://аррӏе.example/look?from=article') },
    { name: 'outside-repository', show: follow('https://git.example.org/owner/basic/blob/master/README.md') },
    { name: 'updates', show: inTurn(openDialog('updates', 'op-updates-dialog'), told('updates.changed', downloading)) },
    { name: 'update-notice', show: inTurn(rows, told('updates.changed', available), until('op-update-notice')) },
  ],
  exports: [
    { name: 'export', show: openExport },
    { name: 'export-options', show: inTurn(openExport, press('op-export-dialog summary')) },
    { name: 'export-running', show: inTurn(runExport, until('op-export-dialog progress')) },
    { name: 'export-behind', show: inTurn(runExport, key('Escape'), until('op-export-notice button')) },
    {
      name: 'export-queue',
      show: inTurn(runExport, key('Escape'), exportAgain, toldOfExport({ stage: 'waiting', name: '湿地.epub' }), showQueue),
    },
    { name: 'export-done', show: inTurn(given('export.run', exported), submitExport, until('op-export-dialog .files')) },
    {
      name: 'export-failed',
      show: inTurn(failing('export.run', 'disk-full'), submitExport, until('op-export-dialog op-failure-notice')),
    },
  ],
  settings: [
    { name: 'palette', show: openDialog('palette', 'op-palette') },
    { name: 'shortcut-sheet', show: openDialog('shortcuts', 'op-shortcut-sheet') },
    { name: 'shortcut-taken', show: inTurn(settings('shortcuts').show, recordTaken) },
    { name: 'settings-found', show: inTurn(settings('archives').show, type('op-settings-page input[type="search"]', 'a')) },
    settings('archives'),
    settings('network'),
    settings('reading'),
    settings('storage'),
    settings('privacy'),
    settings('shortcuts'),
    settings('updates'),
    settings('language'),
    settings('advanced'),
  ],
} as const satisfies Readonly<Record<string, readonly Screen[]>>;
