import { describe, expect, it } from 'vitest';
import { holdsLogin, type Login, loginFor, loginsOf, splitLogin } from '#main/source/http/credentials.ts';

const login = (origin: string, password = 'secret'): Login => ({ origin, userName: 'ann', password });

describe('an address that holds a name and a password', () => {
  it('is taken apart, and what is left shows neither', () => {
    expect(splitLogin('https://ann:s%20cret@git.example:8443/a/b.git/')).toEqual({
      url: 'https://git.example:8443/a/b.git',
      login: { origin: 'https://git.example:8443', userName: 'ann', password: 's cret' },
    });
    expect(splitLogin('https://git.example/a.git').login).toBeNull();
  });

  it.each([
    ['https://ann@git.example/a', true],
    [' HTTP://:token@git.example/a', true],
    ['https://git.example/a@b', false],
    ['git@git.example:a/b.git', false],
    ['/home/ann@work/archive', false],
    ['https://ann@', false],
    ['https:ann:secret@git.example/a', true],
    ['https:/ann:secret@git.example/a', true],
    ['https:\\\\ann:secret@git.example\\a', true],
    ['https://git.example?next=@b', false],
  ])('is known as such: %s', (place, isHolding) => {
    expect(holdsLogin(place)).toBe(isHolding);
  });
});

describe('a login', () => {
  it.each([
    ['https://git.example/a', 'https://git.example', true],
    ['https://git.example/a', 'http://git.example', true],
    ['http://git.example/a', 'https://git.example', false],
    ['https://git.example:8443/a', 'https://git.example', false],
    ['https://git.example.evil.example/a', 'https://git.example', false],
    ['https://evil.example/a', 'https://git.example', false],
  ])('for %s is that of %s: %s', (url, origin, isFor) => {
    expect(loginFor(new URL(url), [login(origin)]) !== null).toBe(isFor);
  });

  it('of the very address goes before one that was given for http', () => {
    const logins = [login('http://git.example', 'old'), login('https://git.example', 'new')];
    expect(loginFor(new URL('https://git.example/a'), logins)?.password).toBe('new');
  });

  it('whose server cannot be understood is for nobody, and keeps no other from being sent', () => {
    const logins = [login('http://git.example:99999'), login('https://git.example')];
    expect(loginFor(new URL('https://git.example/a'), logins)?.origin).toBe('https://git.example');
    expect(loginFor(new URL('https://other.example/a'), logins)).toBeNull();
  });

  it('that the reader gave goes before one that an address holds', () => {
    const logins = loginsOf({ logins: [login('https://git.example', 'new')] }, login('https://git.example', 'old'));
    expect(loginFor(new URL('https://git.example/a'), logins)?.password).toBe('new');
  });
});
