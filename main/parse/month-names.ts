/** Beginnings, three or four letters long, of the names of the months in the languages of Western Europe and in Russian. */
const beginnings: readonly (readonly string[])[] = [
  ['jan', 'jän', 'ene', 'genn', 'янв'],
  ['feb', 'fév', 'fev', 'фев'],
  ['mar', 'mär', 'мар'],
  ['apr', 'avr', 'abr', 'апр'],
  ['may', 'mai', 'magg', 'мая', 'май'],
  ['jun', 'juin', 'giu', 'июн'],
  ['jul', 'juil', 'lug', 'июл'],
  ['aug', 'aoû', 'aou', 'agos', 'авг'],
  ['sep', 'sete', 'sett', 'сен'],
  ['oct', 'okt', 'ott', 'outu', 'окт'],
  ['nov', 'ноя'],
  ['dec', 'dez', 'déc', 'dic', 'дек'],
];

const months: ReadonlyMap<string, number> = new Map(
  beginnings.flatMap((names, at) => names.map((name): [string, number] => [name, at + 1])),
);

/** 1 to 12; 0 for a word that names no month. */
export function monthOf(word: string): number {
  const name = word.toLowerCase();
  return months.get(name.slice(0, 4)) ?? months.get(name.slice(0, 3)) ?? 0;
}
