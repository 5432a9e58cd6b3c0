/**
 * Rare absences
 *
 * Nearly every Chinese text has these characters. Articles without one are few and far between, and to find them by leaving out
 * all others would be to go through the whole index. So the index has a token for each of them that an article lacks, and what is
 * excluded becomes something to be found. Folded, of one UTF-16 code unit each; a change needs another `tokenizerVersion`.
 */
export const commonCharacters: ReadonlySet<string> = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家',
);

/** Of the private use area, and no beginning of what `encodeCharacter` writes. */
const absenceSign = '\uF000';

export const absenceToken = (character: string): string => `${absenceSign}${character}`;
