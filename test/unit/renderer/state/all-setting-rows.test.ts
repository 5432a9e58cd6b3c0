import { expect, test, vi } from 'vitest';
import { changedSettings, defaultSettings } from '#preload/contract/default-settings.ts';
import type { ArchiveSummary } from '#preload/contract/library-types.ts';
import type { Settings, SettingsChange } from '#preload/contract/settings-types.ts';
import { messagesFor } from '#preload/messages/catalogue.ts';
import type { SettingFacts } from '#renderer/state/setting-rows.ts';

vi.stubGlobal('navigator', { platform: 'Linux' });
const { allSettingRows } = await import('#renderer/state/all-setting-rows.ts');
const { findSettings } = await import('#renderer/state/find-settings.ts');
const { joinedChanges } = await import('#renderer/state/setting-rows.ts');

const archive = { id: 'river', name: '江海周报', picturePolicy: 'opened' } as ArchiveSummary;
const factsOf = (settings: Settings, more: Partial<SettingFacts> = {}): SettingFacts => ({
  settings,
  network: { proxy: { kind: 'socks5', host: 'proxy.example', port: 1080 }, extraCaFile: '/ca.pem', isPasswordEncrypted: true },
  updates: {
    version: '1.0.0',
    choice: 'notify',
    packageKind: 'folder',
    canInstall: false,
    mirrors: ['https://mirror.example/'],
    hasMirror: true,
    state: { kind: 'idle', checkedAt: null },
  },
  archives: [archive],
  messages: messagesFor('en'),
  ...more,
});

/** Something else than the default for everything that can be set; shortcuts have an editor of their own. */
const others: Required<Omit<SettingsChange, 'shortcuts'>> = {
  theme: 'dark',
  language: 'zh-Hant',
  reading: {
    font: 'sans',
    textSize: 20,
    lineHeight: 1.5,
    measure: 40,
    paragraphSpacing: 0.4,
    isJustified: true,
    script: 'zh-Hant-TW',
  },
  list: { density: 'compact', sort: 'title', hasPictures: false },
  schedule: { when: 'hours', everyHours: 12, isSparing: false },
  pictureTemplates: ['https://proxy.example/?url={url}'],
  pictureWidth: 1_200,
  isTitleNeutral: true,
  isNeverOpeningLinks: true,
  quickHideKey: 'F9',
};

test('every setting has a line, and all lines together bring back what was in the beginning', () => {
  const changed = changedSettings(defaultSettings, others);
  const resets = allSettingRows(factsOf(changed)).flatMap(({ reset }) => (reset ? [reset] : []));
  const [own, ...rest] = joinedChanges(resets);
  expect(changedSettings(changed, own?.keeper === 'settings' ? own.change : {})).toEqual(defaultSettings);
  expect(rest).toEqual([
    { keeper: 'pictures', archiveId: 'river', policy: 'all' },
    { keeper: 'network', change: { proxy: { kind: 'system' } } },
    { keeper: 'network', change: { extraCaFile: null } },
    { keeper: 'updates', choice: 'off' },
    { keeper: 'updates', mirrors: [] },
  ]);
});

test('what is as it was in the beginning has nothing to bring back', () => {
  const facts = factsOf(defaultSettings, { network: null, updates: null, archives: [] });
  expect(allSettingRows(facts).filter(({ reset }) => reset !== null)).toEqual([]);
});

test('each line keeps what it shows: the value set is the value read', () => {
  for (const { id, control } of allSettingRows(factsOf(changedSettings(defaultSettings, others)))) {
    if (control?.kind !== 'choice') continue;
    for (const { value } of control.choices) {
      const change = control.set(value);
      if (change.keeper !== 'settings') continue;
      const after = allSettingRows(factsOf(changedSettings(defaultSettings, change.change))).find((row) => row.id === id);
      expect([id, after?.control]).toMatchObject([id, { value }]);
    }
  }
});

test('ids are unique, and every line is found by its own words in each language', () => {
  const rows = allSettingRows(factsOf(defaultSettings));
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
    const facts = factsOf(defaultSettings, { messages: messagesFor(language) });
    for (const { id, label } of allSettingRows(facts)) {
      const found = findSettings(label.toUpperCase(), factsOf(defaultSettings)).rows.map((row) => row.id);
      expect(found).toContain(id);
    }
  }
});

test('the name of a section finds all of it', () => {
  const found = findSettings('privacy', factsOf(defaultSettings));
  expect(found.rows.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['isNeverOpeningLinks', 'isTitleNeutral', 'quickHideKey', 'connections', 'searches']),
  );
  expect(findSettings('short', factsOf(defaultSettings)).commands.length).toBeGreaterThan(30);
});
