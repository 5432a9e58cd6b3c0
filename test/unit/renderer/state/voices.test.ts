import { expect, test } from 'vitest';
import { offlineVoices, speechKey, voiceFor, voicesFor } from '#renderer/state/voices.ts';
import type { SystemVoice, Voice } from '#renderer/state/voices.ts';

const system = (lang: string, localService = true): SystemVoice => ({
  voiceURI: `${lang}${localService ? '' : ' far'}`,
  name: lang,
  lang,
  localService,
  default: false,
});
const own = (...languages: readonly string[]): readonly Voice[] => offlineVoices(languages.map((language) => system(language)));

test('a voice that is not of this machine does not exist', () => {
  const voices = offlineVoices([system('zh-CN', false), system('en-US'), system('zh-TW', false)]);
  expect(voices.map(({ id }) => id)).toEqual(['en-US']);
  expect(voiceFor(voices, 'zh-Hans', { 'zh-mainland': 'zh-CN far' })).toBeNull();
});

const everyVoice = own('en-GB', 'zh-HK', 'zh-TW', 'zh-CN', 'de-DE', 'en-US', 'cmn', 'yue-Hant-HK', 'pt_BR');

test.each([
  ['zh-Hans', ['zh-CN', 'cmn', 'zh-TW', 'zh-HK', 'yue-Hant-HK']],
  ['zh', ['zh-CN', 'cmn', 'zh-TW', 'zh-HK', 'yue-Hant-HK']],
  ['zh-Hant', ['zh-TW', 'cmn', 'zh-CN', 'zh-HK', 'yue-Hant-HK']],
  ['zh-Hant-TW', ['zh-TW', 'cmn', 'zh-CN', 'zh-HK', 'yue-Hant-HK']],
  ['zh-Hant-HK', ['zh-HK', 'yue-Hant-HK', 'zh-TW', 'cmn', 'zh-CN']],
  ['zh-HK', ['zh-HK', 'yue-Hant-HK', 'zh-TW', 'cmn', 'zh-CN']],
  ['yue', ['zh-HK', 'yue-Hant-HK']],
  ['en', ['en-GB', 'en-US']],
  ['en-US', ['en-US', 'en-GB']],
  ['pt', ['pt_BR']],
  ['fr', []],
])('for %s the best voices come first, and none of another language', (language, expected) => {
  expect(voicesFor(everyVoice, language).map(({ id }) => id)).toEqual(expected);
});

test("the system's own voice goes before others of the same language, not before a better language", () => {
  const voices = [...own('en-GB', 'en-US', 'zh-CN'), { id: 'mine', name: 'mine', language: 'en-US', isDefault: true }];
  expect(voiceFor(voices, 'en', {})?.id).toBe('mine');
  expect(voiceFor(voices, 'en-GB', {})?.id).toBe('en-GB');
  expect(voiceFor(voices, 'zh-Hans', {})?.id).toBe('zh-CN');
});

test('a choice holds for its language alone, and only while its voice is here', () => {
  const choices = { [speechKey('en-US')]: 'en-GB', [speechKey('zh-Hant-TW')]: 'gone' };
  expect(voiceFor(everyVoice, 'en', choices)?.id).toBe('en-GB');
  expect(voiceFor(everyVoice, 'zh-Hant', choices)?.id).toBe('zh-TW');
  expect(voiceFor(everyVoice, 'zh-Hans', choices)?.id).toBe('zh-CN');
});

test('Simplified, Traditional and Cantonese are choices of their own', () => {
  expect(new Set(['zh-Hans', 'zh-Hant', 'zh-HK', 'en'].map(speechKey)).size).toBe(4);
  expect(speechKey('zh-Hant-HK')).toBe(speechKey('yue'));
});
