import { describe, expect, it } from 'vitest';
import { gateBody } from '#main/read/gate-body.ts';
import { readTokens } from '#main/read/html-tokens.ts';
import { noteMarks } from '#main/read/note-marks.ts';
import { textOfNote } from '#main/read/note-text.ts';
import { linkPlainNotes } from '#main/read/plain-notes.ts';
import { articleOf } from '../parse/archive-pages.ts';

interface FoundNote {
  readonly name: string;
  readonly lines: readonly string[];
}

function notesIn(html: string): readonly FoundNote[] {
  const tokens = readTokens(gateBody(linkPlainNotes(html)));
  const marks = [...noteMarks(tokens).values()];
  const anchors = new Set(marks.map(({ anchor }) => anchor));
  const lines = (mark: (typeof marks)[number]): readonly string[] =>
    textOfNote(tokens, mark, anchors).map((runs) => runs.map(({ text }) => text).join(''));
  return marks.map((mark) => ({ name: mark.name, lines: lines(mark) }));
}

describe('notes of a page', () => {
  it.each([
    [
      'of Markdown',
      'Text[^n] and more.\n\n[^n]: A **bold** word.\n  Second line.',
      [{ name: 'n', lines: ['A bold word. Second line.'] }],
    ],
    [
      'in a list, as Git hosts write them',
      '<p>Text<sup id="r1"><a href="#fn:1">1</a></sup>.</p><ol><li id="fn:1"><p>First. <a href="#r1">↩</a></p><p>Second.</p></li></ol>',
      [{ name: '1', lines: ['First.', 'Second.'] }],
    ],
    [
      'of a word processor',
      '<p>Text<a href="#_ftn1" name="_ftnref1">[1]</a>.</p><p><a href="#_ftnref1" name="_ftn1">[1]</a> The note.</p><p>After.</p>',
      [{ name: '1', lines: ['The note.'] }],
    ],
    [
      'of an encyclopedia',
      '<p>Text<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>.</p><ol><li id="cite_note-1">^ <a href="#cite_ref-1">a</a> The note.</li></ol>',
      [{ name: '1', lines: ['The note.'] }],
    ],
    [
      'in plain text, in any brackets',
      'One [1] and two［2］, and [1] again.\n\n[1] First, see [2].\n\n［2］Second.',
      [
        { name: '1', lines: ['First, see [2].'] },
        { name: '2', lines: ['Second.'] },
        { name: '1', lines: ['First, see [2].'] },
        { name: '2', lines: ['Second.'] },
      ],
    ],
  ])('are found %s', (_how, page, notes) => {
    expect(notesIn(articleOf(`# T\n\n${page}\n`).html)).toMatchObject(notes);
  });

  it.each([
    ['a link to a heading', '<p><sup><a href="#at-x">1</a></sup></p><h2 id="at-x">x</h2>'],
    ['a link with words of its own', '<p><a href="#at-x">see below</a></p><p id="at-x">x</p>'],
    ['a number that may be the number of anything', '<p><a href="#at-x">1</a></p><p id="at-x">x</p>'],
    ['a link back from a note', '<p id="at-x">x</p><p><a href="#at-x">[1]</a> note</p>'],
    ['a link to nothing', '<p><a href="#at-x">[1]</a></p>'],
    ['a mark in plain text that no line begins with', '<p>a [1] b</p><p>[2] c</p>'],
    [
      'a mark in code, in a heading or in a link',
      '<pre>a [1]</pre><h2>b [1]</h2><p><a href="https://e.example/">c [1]</a></p><p>[1] d</p>',
    ],
    ['a mark after its line', '<p>[1] a</p><p>b [1]</p>'],
  ])('are not seen in %s', (_what, html) => {
    expect(notesIn(html)).toEqual([]);
  });

  it('keep styles and links of their words as data, and nothing else of the page', () => {
    const html =
      '<p>T<sup><a href="#at-n">1</a></sup></p><p id="at-n">1. <em>E</em> <a href="https://e.example/?a=1&amp;b=2">l &lt;i&gt;</a><br><img data-picture="0" alt="p"></p>';
    const tokens = readTokens(html);
    const [mark] = noteMarks(tokens).values();
    expect(mark && textOfNote(tokens, mark, new Set())).toEqual([
      [
        { text: 'E', style: 'emphasis', link: null },
        { text: ' ', style: 'plain', link: null },
        { text: 'l <i>', style: 'plain', link: 'https://e.example/?a=1&b=2' },
      ],
    ]);
  });

  it('are cut where they are longer than anybody reads beside a line', () => {
    const [note] = notesIn(`<p>T<sup><a href="#at-n">1</a></sup></p><p id="at-n">${'字'.repeat(20_000)}</p>`);
    expect(note?.lines).toHaveLength(1);
    expect(note?.lines[0]).toMatch(/^字{6000}…$/u);
  });

  it('take time in proportion to the page, however many marks and lines of one number it has', () => {
    const page = (count: number): string =>
      `${'<p>[1] a</p>'.repeat(count)}<p>${'x [1] '.repeat(count)}</p>${'<p>[1] b</p>'.repeat(count)}`;
    const timed = (count: number): number => {
      const from = performance.now();
      expect(notesIn(page(count)).length).toBe(count);
      return performance.now() - from;
    };
    timed(500);
    expect(timed(8_000)).toBeLessThan(Math.max(400, timed(1_000) * 40));
  });
});
