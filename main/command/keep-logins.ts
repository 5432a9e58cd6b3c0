import { keepLogin, sealLogin } from '#main/library/kept-logins.ts';
import type { Library } from '#main/library/library.ts';
import { holdsLogin, splitLogin } from '#main/source/http/credentials.ts';
import type { CommandContext } from './command.ts';

/**
 * Addresses as they may be kept. A name and a password go into the keychain; where there is none they stay in the address, so
 * that a sync without a window can go on, and that is said.
 */
export function keepLogins(context: CommandContext, library: Library, places: readonly string[]): readonly string[] {
  if (!places.some(holdsLogin)) return places;
  const secrets = context.secrets();
  if (secrets === null) {
    context.note(context.words.loginPlain);
    return places;
  }
  return places.map((place) => {
    if (!holdsLogin(place)) return place;
    const { url, login } = splitLogin(place);
    if (login) keepLogin(library, sealLogin(login, secrets));
    return url;
  });
}
