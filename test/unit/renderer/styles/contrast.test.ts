import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readingStyle } from '#main/read/reading-style.ts';
import { defaultSettings } from '#preload/contract/default-settings.ts';
import type { Theme } from '#preload/contract/settings-types.ts';
import { atRule, colorIn, contrastOf, propertiesOf, type Properties } from '#test/helpers/contrast.ts';

const read = (path: string): string => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');
const tokens = read('renderer/styles/tokens.css');
const article = `${read('main/read/article.css')}${read('main/read/article-body.css')}`;

/** Each theme in each scheme it can be in. */
const looks: readonly (readonly [Theme, 'light' | 'dark'])[] = [
  ['light', 'light'],
  ['sepia', 'light'],
  ['dark', 'dark'],
  ['black', 'dark'],
  ['contrast', 'light'],
  ['contrast', 'dark'],
];

const surfaces = ['side', 'list', 'paper', 'raised', 'selected', 'hover', 'press'].map((name) => `surface-${name}`);
const on = (text: string, grounds: readonly string[]): readonly (readonly [string, string])[] =>
  grounds.map((ground) => [text, ground] as const);

/** Every text of the window on every surface it can stand on, hovered, chosen and pressed ones too. */
const windowTexts = [
  ...on('ink', [...surfaces, 'mark']),
  ...on('ink-second', surfaces),
  ...on(
    'ink-third',
    surfaces.filter((name) => name !== 'surface-press'),
  ),
  ...on('ink-reverse', ['ink', 'ink-second']),
  ...on('seal-ink', ['seal']),
];
/** What is no text and has a meaning: the ring of the focus, dots and signs in colour. */
const windowSigns = [
  ...on('focus', surfaces),
  ...on('seal', surfaces),
  ...on('good', ['surface-side']),
  ...on('ink-second', ['track']),
];
const articleTexts = [
  ...on('ink', ['paper', 'raised', 'mark']),
  ...on('ink-second', ['paper', 'raised']),
  ...on('ink-third', ['paper', 'raised']),
  ...on('seal', ['paper']),
  ...on('mark-now-ink', ['mark-now']),
];

/** Pairs that are too close, with their contrast. */
const tooClose = (
  properties: Properties,
  scheme: 'light' | 'dark',
  pairs: readonly (readonly [string, string])[],
  least: number,
): readonly string[] =>
  pairs.flatMap(([text, ground]) => {
    const contrast = contrastOf(colorIn(properties, text, scheme), colorIn(properties, ground, scheme));
    return contrast >= least ? [] : [`${text} on ${ground}: ${contrast.toFixed(2)}`];
  });

const ofWindow = (theme: Theme, wish = ''): Properties =>
  new Map([
    ...propertiesOf(tokens, ':root'),
    ...(wish === '' ? [] : propertiesOf(atRule(tokens, wish), ':root')),
    ...propertiesOf(tokens, `:root[data-theme='${theme}']`),
  ]);
const ofArticle = (theme: Theme): Properties =>
  new Map([...propertiesOf(article, ':root'), ...propertiesOf(readingStyle({ ...defaultSettings, theme }), ':root')]);

describe.each(looks)('the theme %s, where the system is %s', (theme, scheme) => {
  it('has 4.5 : 1 for every text of the window on every surface', () => {
    expect(tooClose(ofWindow(theme), scheme, windowTexts, 4.5)).toEqual([]);
  });

  it('has 3 : 1 for what tells by its colour without being text', () => {
    expect(tooClose(ofWindow(theme), scheme, windowSigns, 3)).toEqual([]);
  });

  it('has 4.5 : 1 for every text of an article', () => {
    expect(tooClose(ofArticle(theme), scheme, articleTexts, 4.5)).toEqual([]);
  });
});

it.each(['light', 'dark'] as const)(
  'where the system asks for more contrast, the theme %s has 7 : 1 for every text',
  (scheme) => {
    const texts = windowTexts.filter(([text, ground]) => text.startsWith('ink') && ground.startsWith('surface'));
    expect(tooClose(ofWindow(scheme, '@media (prefers-contrast: more)'), scheme, texts, 7)).toEqual([]);
  },
);

it('the window and its article have the same papers and inks', () => {
  const same = {
    'surface-paper': 'paper',
    ink: 'ink',
    'ink-second': 'ink-second',
    'ink-third': 'ink-third',
    seal: 'seal',
    mark: 'mark',
  };
  for (const [theme, scheme] of looks)
    for (const [here, there] of Object.entries(same))
      expect([theme, here, colorIn(ofWindow(theme), here, scheme)]).toEqual([
        theme,
        here,
        colorIn(ofArticle(theme), there, scheme),
      ]);
});
