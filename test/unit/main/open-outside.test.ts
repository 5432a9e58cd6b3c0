import { describe, expect, it } from 'vitest';
import { outsideAddress } from '#main/open-outside.ts';

const refused = [
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'smb://host/share',
  '\\\\host\\share',
  'ms-msdt:/id',
  'vbscript:x',
  'offprint-app://window/index.html',
  'offprint:add?origin=x',
  'chrome://settings',
  'about:blank',
  'ftp://example.org/',
  'tel:1',
  'example.org',
  '',
  ' ',
];

describe('an address that leaves the application', () => {
  it('is a web or mail address, in its canonical form', () => {
    expect(outsideAddress('https://例子.example/路?a=1')).toBe('https://xn--fsqu00a.example/%E8%B7%AF?a=1');
    expect(outsideAddress('mailto:editor@example.org')).toBe('mailto:editor@example.org');
  });

  it.each(refused)('is nothing else: %s', (address) => {
    expect(() => outsideAddress(address)).toThrow(expect.objectContaining({ code: 'not-allowed' }));
  });
});
