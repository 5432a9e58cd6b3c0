const person = String.raw`\p{Lu}[\p{L}'’.-]*(?: (?:(?:de|da|del|van|von|der|den|la|le|di|bin|al) ){0,2}\p{Lu}[\p{L}'’.-]*){1,3}`;
const persons = String.raw`${person}(?:(?:, (?:and )?| and | & | und | et | y )${person}){0,4}`;
/** The names fill the line, or something short stands behind a mark: a role, a publisher, a day; never a sentence. */
const line = new RegExp(
  String.raw`(?:^|\n)\s*(?:By|BY|Von|Par|Por|(?:Written|Words|Story)[ \t]+by|(?:WRITTEN|WORDS|STORY)[ \t]+BY)[ \t]*:?[ \t]+(${persons})[ \t]*(?:[|•·][^\n]{0,100}|(?:[,—–(]|- )([^\n]{0,80}))?(?=\n|$)`,
  'gu',
);
const joiningWords: ReadonlySet<string> = new Set([
  'of',
  'the',
  'and',
  'for',
  'at',
  'in',
  'on',
  'de',
  'la',
  'le',
  'du',
  'der',
  'die',
  'am',
  'pm',
]);
const sentenceEnd = /\p{L}{3}\.\s*$/u;
/** "By Christmas Eve", "By Monday Morning" stand alone in verse and as headings. */
const time =
  /(?:^| )(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$| (?:Eve|Night|Morning|Afternoon|Evening|Noon|Midnight|Week|Weekend|Year|Year['’]s)$|^(?:Christmas|Easter|New|May|Boxing|Labou?r|Independence|Election|Memorial|Veterans|Thanksgiving|Valentine['’]s|Columbus|National) .*Day$/u;

/** `By Anna Wells, Staff Writer` on a line of its own; null for sentences that begin in the same way. */
export function westernByline(text: string): string | null {
  for (const [, names = '', behind = ''] of text.matchAll(line)) {
    const [first = ''] = names.split(',');
    if (isShort(behind) && !sentenceEnd.test(behind) && !time.test(first)) return names;
  }
  return null;
}

/** Capitalised words, numbers and what joins them. */
function isShort(text: string): boolean {
  const words = text.split(/[^\p{L}\d'’]+/u).filter((word) => word !== '');
  return words.every((word) => /^[\p{Lu}\d]/u.test(word) || joiningWords.has(word));
}
