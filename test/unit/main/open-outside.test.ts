import { describe, expect, it } from 'vitest';
import { outsideAddress } from '#main/open-outside.ts';

const isOpening = { isNeverOpeningLinks: false };

/** Schemes that systems open something for, ways to write one, and what is no address at all: at least 40. */
const refused = [
  'file:///etc/passwd',
  'FILE:///etc/passwd',
  'file://host/share/a.exe',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,x',
  'blob:https://example.org/1',
  'filesystem:https://example.org/a',
  'smb://host/share',
  'cifs://host/share',
  'afp://host/share',
  'nfs://host/share',
  'dav://host/share',
  'webdav://host/share',
  'sftp://host/a',
  'ssh://host',
  'telnet://host',
  'rdp://host',
  'vnc://host',
  'ldap://host/a',
  'gopher://host/a',
  '\\\\host\\share',
  'ms-msdt:/id',
  'ms-officecmd:a',
  'ms-word:ofe|u|https://example.org/a.docx',
  'ms-appinstaller:?source=https://example.org/a',
  'search-ms:query=a',
  'shell:startup',
  'vbscript:x',
  'jar:https://example.org/a!/b',
  'view-source:https://example.org/',
  'steam://run/1',
  'slack://open',
  'zoommtg://host/join',
  'magnet:?xt=a',
  'intent://a#Intent;scheme=https;end',
  'android-app://a',
  'itms-services://?action=a',
  'facetime:a@example.org',
  'sms:1',
  'tel:1',
  'offprint-app://window/index.html',
  'offprint-article://library/a',
  'offprint:add?origin=x',
  'chrome://settings',
  'about:blank',
  'ftp://example.org/',
  'ws://example.org/',
  'wss://example.org/',
  'example.org',
  '//example.org/',
  'https://',
  'http://[::1',
  '',
  ' ',
];

describe('an address that leaves the application', () => {
  it('is a web or mail address, in its canonical form', () => {
    expect(outsideAddress('https://例子.example/路?a=1', isOpening)).toBe('https://xn--fsqu00a.example/%E8%B7%AF?a=1');
    expect(outsideAddress('mailto:editor@example.org', isOpening)).toBe('mailto:editor@example.org');
  });

  it.each(refused)('is nothing else: %s', (address) => {
    expect(() => outsideAddress(address, isOpening)).toThrow(expect.objectContaining({ code: 'not-allowed' }));
  });

  it('is none at all where the reader wants that', () => {
    for (const address of ['https://example.org/', 'mailto:editor@example.org'])
      expect(() => outsideAddress(address, { isNeverOpeningLinks: true })).toThrow(
        expect.objectContaining({ code: 'not-allowed' }),
      );
  });
});
