import { describe, expect, it } from 'vitest';
import { redirectTarget } from '#main/source/http/redirect.ts';

describe('a redirect', () => {
  it('may lead elsewhere, and to a protected connection', () => {
    const target = redirectTarget(new URL('http://a.example/x/info/refs'), 'https://b.example/y/info/refs');
    expect(target.href).toBe('https://b.example/y/info/refs');
  });

  it('may be relative, and brings no name or password of its own', () => {
    expect(redirectTarget(new URL('https://a.example/x/'), '../y').href).toBe('https://a.example/y');
    expect(redirectTarget(new URL('https://a.example/'), 'https://u:p@b.example/').href).toBe('https://b.example/');
  });

  it.each(['http://a.example/', 'file:///etc/passwd', 'https://', undefined])(
    'is refused where it leads from https to %s',
    (location) => {
      expect(() => redirectTarget(new URL('https://a.example/'), location)).toThrow(
        expect.objectContaining({ code: 'bad-response' }),
      );
    },
  );
});
