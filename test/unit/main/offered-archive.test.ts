import { describe, expect, it } from 'vitest';
import { createOfferBox, type OfferedArchive, type OfferBox, readOffer, readOpenedFile } from '#main/offered-archive.ts';

describe('a link that offers an archive', () => {
  it.each([
    ['offprint://add?origin=https%3A%2F%2Fgit.example.org%2Fnews.git', 'https://git.example.org/news.git', []],
    ['offprint://add/?origin=http://192.0.2.1:8080/a', 'http://192.0.2.1:8080/a', []],
    [
      'OFFPRINT://add?mirror=https%3A%2F%2Fb.example%2Fn&origin=https%3A%2F%2Fa.example%2Fn&mirror=http%3A%2F%2Fc.example%2Fn.zip',
      'https://a.example/n',
      ['https://b.example/n', 'http://c.example/n.zip'],
    ],
  ])('%s is understood', (link, origin, mirrors) => {
    expect(readOffer(link)).toEqual({ origin, mirrors });
  });

  it.each([
    ['another scheme', 'https://add?origin=https://a.example/n'],
    ['another command', 'offprint://remove?origin=https://a.example/n'],
    ['a path', 'offprint://add/now?origin=https://a.example/n'],
    ['no slashes', 'offprint:add?origin=https://a.example/n'],
    ['no origin', 'offprint://add?mirror=https://a.example/n'],
    ['two origins', 'offprint://add?origin=https://a.example/n&origin=https://b.example/n'],
    ['a parameter that is not known', 'offprint://add?origin=https://a.example/n&name=News'],
    ['a fragment', 'offprint://add?origin=https://a.example/n#x'],
    ['a user', 'offprint://reader@add?origin=https://a.example/n'],
    ['a port', 'offprint://add:1?origin=https://a.example/n'],
    ['a folder', 'offprint://add?origin=/home/reader/archive'],
    ['a file address', 'offprint://add?origin=file:///etc/passwd'],
    ['a script', 'offprint://add?origin=javascript:alert(1)'],
    ['the handbook', 'offprint://add?origin=offprint:handbook'],
    ['a name and password', 'offprint://add?origin=https://reader:secret@a.example/n'],
    ['a name', 'offprint://add?origin=https://reader@a.example/n'],
    ['a mirror with a password', 'offprint://add?origin=https://a.example/n&mirror=https://:secret@b.example/n'],
    ['a mirror that is a folder', 'offprint://add?origin=https://a.example/n&mirror=../n'],
    ['a line break', 'offprint://add?origin=https://a.example/n%0Ahttps://b.example'],
    ['a blank', 'offprint://add?origin=%20https://a.example/n'],
    ['no host', 'offprint://add?origin=https://'],
    ['too long an address', `offprint://add?origin=https://a.example/${'n'.repeat(1_000)}`],
    ['too many mirrors', `offprint://add?origin=https://a.example/n${'&mirror=https://b.example/n'.repeat(21)}`],
    ['nothing', 'offprint://add'],
    ['no address at all', 'offprint://'],
  ])('with %s is refused', (_, link) => {
    expect(readOffer(link)).toBeNull();
  });
});

describe('a file that was opened in a file manager', () => {
  it.each(['/media/stick/新闻 2026.bundle', '/home/reader/News.OFFPRINT'])('%s is offered as an archive', (path) => {
    expect(readOpenedFile(path)).toEqual({ origin: path, mirrors: [] });
    const shown: OfferedArchive[] = [];
    const offers = createOfferBox({ write: () => undefined });
    offers.open((offer) => shown.push(offer));
    offers.take(['--no-sandbox', path]);
    expect(shown).toEqual([{ origin: path, mirrors: [] }]);
  });

  it.each([
    'news.bundle',
    '/etc/passwd',
    'https://a.example/n.bundle',
    '--library=/home/reader/n.bundle',
    `/${'n'.repeat(1_000)}.bundle`,
  ])('%s is not', (argument) => {
    expect(readOpenedFile(argument)).toBeNull();
  });
});

describe('an offer', () => {
  const box = (): { readonly box: OfferBox; readonly shown: OfferedArchive[]; readonly logged: string[] } => {
    const logged: string[] = [];
    const made = createOfferBox({ write: (event, fields) => void logged.push(`${event} ${JSON.stringify(fields)}`) });
    return { box: made, shown: [], logged };
  };
  const link = 'offprint://add?origin=https://a.example/n';

  it('that came before there is a window waits for it, and is shown once', () => {
    const { box: offers, shown } = box();
    offers.take(['--', link]);
    offers.open((offer) => shown.push(offer));
    offers.open((offer) => shown.push(offer));
    expect(shown).toEqual([{ origin: 'https://a.example/n', mirrors: [] }]);
  });

  it('that comes to an open window is shown at once; to one that was closed, when there is another', () => {
    const { box: offers, shown } = box();
    offers.open((offer) => shown.push(offer));
    offers.take(['offprint', '--flag', link]);
    expect(shown).toHaveLength(1);
    offers.close();
    offers.take([link]);
    expect(shown).toHaveLength(1);
    offers.open((offer) => shown.push(offer));
    expect(shown).toHaveLength(2);
  });

  it('that is not understood is a line in the log that holds nothing of it, and shows nothing', () => {
    const { box: offers, shown, logged } = box();
    offers.open((offer) => shown.push(offer));
    offers.take(['offprint://add?origin=file:///secret']);
    expect([shown, logged]).toEqual([[], ['link ignored {"length":36}']]);
  });

  it('is not looked for in arguments that are neither links nor files of an archive', () => {
    const { box: offers, shown, logged } = box();
    offers.open((offer) => shown.push(offer));
    offers.take(['offprint', '/home/reader/a.txt', 'https://a.example/offprint:x']);
    expect([shown, logged]).toEqual([[], []]);
  });
});
