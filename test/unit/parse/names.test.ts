import { describe, expect, it } from 'vitest';
import { bylineOf } from '#main/parse/find-byline.ts';
import { editorOf } from '#main/parse/find-editor.ts';
import { joinNames } from '#main/parse/tidy-names.ts';
import { articleOf } from './archive-pages.ts';

describe('the byline', () => {
  it.each([
    ['【晨报】（本报记者林远综合报导）正文', '林远'],
    ['（晨報記者林遠台北報導）正文', '林遠'],
    ['（晨报记者林远、周岚美国纽约采访报道）正文', '林远、周岚'],
    ['（晨报记者Anna Wells加拿大多伦多报导）正文', 'Anna Wells'],
    ['〔記者林遠／台北報導〕正文', '林遠'],
    ['（中央社記者林遠台北16日電）正文', '林遠'],
    ['（晨报通讯员周宇来稿）正文', '周宇'],
    ['（晨报多伦多记者站报导）正文', '晨报多伦多记者站'],
    ['（晨报台湾记者站林远综合报导）正文', '林远'],
    ['（林远报道）正文', '林远'],
    ['本报记者 林远\n正文', '林远'],
    ['记者：林远\n正文', '林远'],
    ['作者：沈安\n正文', '沈安'],
    ['作者：沈安 来源：晨报\n正文', '沈安'],
    ['【作者】沈安\n正文', '沈安'],
    ['文／沈安\n正文', '沈安'],
    ['文 | 沈安\n正文', '沈安'],
    ['图文/沈安\n正文', '沈安'],
    ['撰文：沈安、林远\n正文', '沈安、林远'],
    ['正文在此。\n文/河边的人', '河边的人'],
    ['By Anna Wells\nText', 'Anna Wells'],
    ['By Anna Wells and Tom Reed\nText', 'Anna Wells and Tom Reed'],
    ['By Anna Wells | June 5, 2021\nText', 'Anna Wells'],
    ['By Anna Wells, Staff Writer\nText', 'Anna Wells'],
    ['Author: Anna Wells\nText', 'Anna Wells'],
    ['【Morning Post】(Reported by Anna Wells) Text', 'Anna Wells'],
    ['Von Anna van der Berg\nText', 'Anna van der Berg'],
    ['By Anna Wells — June 5, 2021\nText', 'Anna Wells'],
    ['By Anna Wells (Morning Post)\nText', 'Anna Wells'],
    ['By Christmas Eve, the river had risen.\nBy Anna Wells\nText', 'Anna Wells'],
    ['By April Jones\nText', 'April Jones'],
    ['Written by Anna Wells\nText', 'Anna Wells'],
    ['作者 沈安\n正文', '沈安'],
  ])('of %j is %s', (text, byline) => {
    expect(bylineOf(text, null)).toBe(byline);
  });

  it.each([
    '（晨报通讯员综合报道）正文',
    '（晨报记者美国德克萨斯州报道）正文',
    '（据晨报报道）河水涨了。',
    '（新华社报道）正文',
    '他对记者说，河水涨了。',
    '（记者们在桥上等了一夜）正文',
    '（本报记者 江雨 摄）正文',
    '（图：记者江雨）正文',
    '（一名记者说过这话）正文',
    '（记者问：桥还在吗）正文',
    '（记者节快到了）正文',
    '（晨报记者从河边一路走到了山上报道）正文',
    '作者简介：\n沈安，住在河边。',
    '以下是来信译文：黑暗中有光。',
    'By address\nText',
    'By Monday the river had risen.',
    'By the river, Anna Wells waits.',
    'By Christmas Eve, the river had risen.',
    'By Christmas Eve, Anna Wells had left.',
    'By Christmas Eve – and nobody knew why – it rose.',
    'By Christmas Eve\nText',
    'By Monday Morning\nText',
    'By New Year’s Day\nText',
    'Author Margaret Atwood said the river had risen.',
    'Author Margaret Atwood\nText',
    'Written by Margaret Atwood in 1985, the book is about a river.',
    '作者 在书中写到河水和渡船，还有桥。',
    '文：河水涨了。他说，船还在！',
    '',
  ])('is not in %j', (text) => {
    expect(bylineOf(text, null)).toBeNull();
  });

  it('stays in the body', () => {
    const article = articleOf('# 桥\n\n作者：沈安\n\n河水涨了，桥还在。\n\n责任编辑：周岚\n');
    expect(article).toMatchObject({ byline: '沈安', editor: '周岚', text: '作者：沈安\n河水涨了，桥还在。\n责任编辑：周岚' });
  });

  it('is what front matter says, several names as a list', () => {
    const byline = (front: string): string | null => articleOf(`---\n${front}\n---\n文／沈安\n\ntext`).byline;
    expect(byline('author: Mira Lund')).toBe('Mira Lund');
    expect(byline('authors: [Mira Lund, Tom Reed]')).toBe('Mira Lund, Tom Reed');
    expect(byline('authors:\n  - 沈安\n  - 林远')).toBe('沈安、林远');
    expect(byline('author: Mira Lund <mira@example.org>')).toBe('Mira Lund');
    expect(byline('author: https://example.org/mira')).toBe('沈安');
    expect(byline(`author: ${'沈'.repeat(101)}`)).toBe('沈安');
    expect(byline(`author: ${'-'.repeat(60_000)}x`)).toBe('沈安');
  });
});

describe('the editor', () => {
  it.each([
    ['正文。\n责任编辑：林远#', '林远'],
    ['正文\n責任編輯：周嵐', '周嵐'],
    ['正文\n責任編輯：周嵐 #◇', '周嵐'],
    ['正文。（责任编辑：林远）', '林远'],
    ['正文。 责任编辑 林远', '林远'],
    ['正文\n责编：林远 校对：周岚', '林远'],
    ['正文\n编辑：林远、周岚', '林远、周岚'],
    ['正文\n主编：林远', '林远'],
    ['责任编辑：林远\n正文', '林远'],
    ['Text\nEditor: Anna Wells', 'Anna Wells'],
    ['Text\nEdited by Anna Wells and Tom Reed.', 'Anna Wells and Tom Reed'],
    ['Text\nEdited by Mira', 'Mira'],
    ['Editors: Anna Wells, Tom Reed\nPhoto: Mira Lund', 'Anna Wells, Tom Reed'],
  ])('of %j is %s', (text, editor) => {
    expect(editorOf(text, null)).toBe(editor);
  });

  it.each([
    '正文\n责任编辑：',
    '编辑：点击右上角的按钮，再选“保存”。',
    '九评编辑部发表了新书。',
    'Editor: open the file and press Save',
    'the editor said: no',
    'Text\nEditor: Neovim',
    'System: Linux\nEditor: Neovim\nShell: zsh',
    'Shell: zsh\nEditor: Visual Notes Code\nText',
    '正文',
  ])('is not in %j', (text) => {
    expect(editorOf(text, null)).toBeNull();
  });

  it('is found at the end of a long text, not in the middle, and is what front matter says', () => {
    const long = '河水涨了。'.repeat(200);
    expect(editorOf(`${long}\n责任编辑：林远`, null)).toBe('林远');
    expect(editorOf(`${long}\n责任编辑：林远\n${long}`, null)).toBeNull();
    expect(articleOf('---\neditor: visual\n---\ntext').editor).toBeNull();
    expect(articleOf('---\neditor: Mira Lund\n---\ntext\n\nEditor: Tom Reed').editor).toBe('Mira Lund');
  });
});

it('names never grow beyond a hundred characters, however many there are', () => {
  expect(joinNames(Array.from({ length: 60 }, () => '沈安'))).toBeNull();
  expect(joinNames(['  Anna   Wells ', '', '沈安。他说'])).toBe('Anna Wells');
});
