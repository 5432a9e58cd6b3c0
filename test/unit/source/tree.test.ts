import { describe, expect, it } from 'vitest';
import { parseCommit, parseTree } from '#main/source/git/tree.ts';

const id = Buffer.alloc(20, 0xab);

function entry(mode: string, name: string): Buffer {
  return Buffer.concat([Buffer.from(`${mode} ${name}\0`), id]);
}

describe('reading a tree', () => {
  it('tells files, folders and the rest', () => {
    const content = Buffer.concat(
      ['100644', '100755', '100664', '40000', '120000', '160000'].map((mode) => entry(mode, `of-${mode}`)),
    );
    expect(parseTree(content, 'sha1').map(({ kind }) => kind)).toStrictEqual(['file', 'file', 'file', 'tree', 'other', 'other']);
    expect(parseTree(content, 'sha1')[0]?.oid).toBe(id.toString('hex'));
  });

  it('passes over names that cannot be part of a path', () => {
    const content = Buffer.concat(['', '.', '..', 'a/b', 'good'].map((name) => entry('100644', name)));
    expect(parseTree(content, 'sha1').map(({ name }) => name)).toStrictEqual(['good']);
  });

  it.each([0, 3, 12, 20])('refuses one that is cut off after %i of an entry', (length) => {
    const content = Buffer.concat([entry('100644', 'whole'), entry('100644', 'part').subarray(0, length)]);
    const read = (): unknown => parseTree(content, 'sha1');
    if (length === 0) expect(read()).toHaveLength(1);
    else expect(read).toThrow(expect.objectContaining({ code: 'damaged-transfer' }));
  });
});

describe('reading a commit', () => {
  const commit = (committer: string): Buffer =>
    Buffer.from(`tree ${'ab'.repeat(20)}\ncommitter ${committer}\n\ncommitter A <a> 0 +0000\n`);

  it('takes its day in UTC', () => {
    expect(parseCommit(commit('新闻 <a@example.org> 1704153599 +0800'))).toStrictEqual({
      tree: 'ab'.repeat(20),
      day: '2024-01-01',
    });
  });

  it.each(['nobody', 'A <a> 99999999999999999 +0000', 'A <a> -5 +0000'])(
    'gives one without a sensible date (%s) a day all the same',
    (committer) => {
      expect(parseCommit(commit(committer)).day).toBe('1970-01-01');
    },
  );

  it('refuses one without a tree', () => {
    expect(() => parseCommit(Buffer.from('author A\n\ntree abc'))).toThrow(expect.objectContaining({ code: 'damaged-transfer' }));
  });
});
