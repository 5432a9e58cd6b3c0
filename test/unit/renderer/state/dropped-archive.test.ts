import { describe, expect, it } from 'vitest';
import { readDropped } from '#renderer/state/dropped-archive.ts';

const file = (name: string, path = `/home/reader/${name}`) => ({ name, path, isFolder: false });

describe('what is dropped on the window', () => {
  it.each(['news.bundle', 'news.zip', 'News.ZIP', 'news.tar.gz', 'news.tgz', 'news.tar'])('%s may be an archive', (name) => {
    expect(readDropped([file(name)], '')).toEqual({ kind: 'archive', origin: `/home/reader/${name}` });
  });

  it('a folder may be one, whatever it is called', () => {
    expect(readDropped([{ ...file('photos.jpg'), isFolder: true }], '')).toMatchObject({ kind: 'archive' });
  });

  it('a link is one to ask about, also where its title comes along as a comment', () => {
    expect(readDropped([], '# News\r\nhttps://git.example.org/news\r\n')).toEqual({
      kind: 'archive',
      origin: 'https://git.example.org/news',
    });
  });

  it.each([
    ['another file', [file('photo.jpg')], '', 'photo.jpg'],
    ['a file that lies nowhere', [file('news.zip', '')], '', 'news.zip'],
    ['a text', [], 'some words', 'some words'],
    ['a link to elsewhere', [], 'mailto:a@example.org', 'mailto:a@example.org'],
    ['a script', [], 'javascript:alert(1)', 'javascript:alert(1)'],
    ['nothing', [], '', ''],
  ])('%s is refused by name', (_, entries, text, name) => {
    expect(readDropped(entries, text)).toEqual({ kind: 'refused', name });
  });

  it('several at once are not guessed among', () => {
    expect(readDropped([file('a.zip'), file('b.zip')], '')).toEqual({ kind: 'several' });
    expect(readDropped([], 'https://a.example/\r\nhttps://b.example/')).toEqual({ kind: 'several' });
  });
});
