import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from './tree-copy.ts';

const handbook = join(projectRoot, 'resources/starter');
const languages = ['en', 'zh-Hans', 'zh-Hant'] as const;
const pages = languages.flatMap((language) => readdirSync(join(handbook, language)).map((name) => `${language}/${name}`));
const textOf = (path: string): string => readFileSync(join(handbook, path), 'utf8');
const linksOf = (path: string): string[] => [...textOf(path).matchAll(/\]\(([^)]+)\)/gu)].map(([, url]) => url ?? '');

/** What must not be translated: commands, shortcuts, filters, file names. */
const codesOf = (path: string): string[] =>
  [...textOf(path).matchAll(/`([^`]+)`/gu)].map(([, code]) => code ?? '').filter((code) => /^[\u0020-\u007e]+$/u.test(code));

describe('the handbook', () => {
  it('has the same pages in every language', () => {
    const namesIn = (language: string): string[] => readdirSync(join(handbook, language)).toSorted();
    expect(namesIn('en')).toHaveLength(8);
    expect(namesIn('zh-Hans')).toEqual(namesIn('en'));
    expect(namesIn('zh-Hant')).toEqual(namesIn('en'));
  });

  it('lists every page on its front page, once', () => {
    expect(linksOf('README.md').toSorted()).toEqual(pages.toSorted());
  });

  it.each(pages)('says title, date and language at the head of %s', (path) => {
    const head = new RegExp(`^---\\ntitle: .+\\ndate: \\d{4}-\\d\\d-\\d\\d\\nlang: ${dirname(path)}\\n---\\n\\n\\S`, 'u');
    expect(textOf(path)).toMatch(head);
  });

  it.each(pages)('leads from %s only to pages that are there', (path) => {
    expect(linksOf(path).filter((url) => !existsSync(join(handbook, dirname(path), url)))).toEqual([]);
  });

  it.each(readdirSync(join(handbook, 'en')))('names the same commands and files in every language of %s', (name) => {
    const [english, simplified, traditional] = languages.map((language) =>
      [...new Set(codesOf(`${language}/${name}`))].toSorted(),
    );
    const isSample = (code: string): boolean => /bridge|ferry/u.test(code);
    const fixed = english?.filter((code) => !isSample(code));
    expect(simplified).toEqual(fixed);
    expect(traditional).toEqual(fixed);
  });
});
