import { expect, test } from 'vitest';
import { failureCodes } from '#preload/contract/failure.ts';
import { failureText, messagesFor, pickLanguage } from '#preload/messages/catalogue.ts';

const languages = ['en', 'zh-Hans', 'zh-Hant'] as const;

test.each([
  [['zh-TW'], 'zh-Hant'],
  [['zh-HK'], 'zh-Hant'],
  [['zh-MO'], 'zh-Hant'],
  [['zh-Hant-CN'], 'zh-Hant'],
  [['zh_TW.UTF-8'.split('.')[0] ?? ''], 'zh-Hant'],
  [['zh-Hans-HK'], 'zh-Hans'],
  [['zh-CN'], 'zh-Hans'],
  [['zh'], 'zh-Hans'],
  [['yue'], 'zh-Hant'],
  [['en-GB'], 'en'],
  [['de-DE', 'zh-SG', 'en'], 'zh-Hans'],
  [['de-DE', 'fr'], 'en'],
  [[], 'en'],
] as const)('the languages %j give the interface language %s', (preferred, expected) => {
  expect(pickLanguage(preferred)).toBe(expected);
});

test.each(languages)('every failure has words in %s, with and without details', (language) => {
  for (const code of failureCodes) {
    const bare = failureText(messagesFor(language), { code });
    expect(`${bare.title}${bare.safe}${bare.step.label}${bare.step.hint}`).not.toMatch(/undefined|\{|\}/u);
    expect(bare.title.length * bare.safe.length * bare.step.label.length * bare.step.hint.length).toBeGreaterThan(0);
  }
});

test('the places of a failure are filled from its details', () => {
  const text = failureText(messagesFor('en'), { code: 'host-not-found', details: { host: 'git.example.org' } });
  expect(text.title).toBe('The server git.example.org was not found');
});

test('numbers, sizes and plurals follow the language', () => {
  const { status, list } = messagesFor('en').window;
  expect(list.count(1)).toBe('1 article');
  expect(list.count(24_318)).toBe('24,318 articles');
  expect(status.brought(214, 3, 1_800_000)).toBe('214 new · 3 changed · 1.8 MB');
  expect(messagesFor('zh-Hant').window.list.count(24_318)).toBe('24,318 篇');
});

test('no Simplified form slipped into the Traditional words, and none the other way round', () => {
  const traditional = JSON.stringify([messagesFor('zh-Hant').window, messagesFor('zh-Hant').menu]);
  const simplified = JSON.stringify([messagesFor('zh-Hans').window, messagesFor('zh-Hans').menu]);
  expect(traditional).not.toMatch(/[们这书归档网页关闭认录务边变电车头说读]/u);
  expect(simplified).not.toMatch(/[們這書歸檔網頁關閉認錄務邊變電車頭說讀]/u);
});
