/** Names that differ in capitals, width and spaces alone are the same tag; the library also knows the other Chinese script. */
export const plainTag = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim().toLowerCase();

const maximumOffers = 6;

/** Of the tags that are known those to offer for what was typed: first the ones that begin so. */
export const offeredTags = (known: readonly string[], set: readonly string[], typed: string): readonly string[] => {
  const wanted = plainTag(typed);
  const taken = new Set(set);
  const found = known.filter((name) => !taken.has(name) && plainTag(name).includes(wanted));
  const beginsSo = (name: string): boolean => plainTag(name).startsWith(wanted);
  return [...found.filter(beginsSo), ...found.filter((name) => !beginsSo(name))].slice(0, maximumOffers);
};
