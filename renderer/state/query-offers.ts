/** Shorter searches that may find something where the whole found nothing, best first; at most `limit`. */
export const queryOffers = (query: string, limit = 4): readonly string[] => {
  const plain = query.normalize('NFKC').trim();
  const words = plain.split(/[\s"“”「」『』()（）:：,，;；]+/u).filter((word) => word !== '');
  const offers = new Set<string>();
  if (words.length > 1) for (const word of words) offers.add(word);
  for (const word of words) for (const part of pairs(word)) offers.add(part);
  offers.delete(plain);
  return [...offers].slice(0, limit);
};

/** Most Chinese words are two characters long: a run of three or more is cut into twos, the last one from the end. */
const pairs = (word: string): readonly string[] => {
  const characters = [...word];
  if (characters.length < 3 || !characters.every((character) => /\p{Script=Han}/u.test(character))) return [];
  const starts = [...characters.keys()].filter((index) => index % 2 === 0);
  return starts.map((start) =>
    characters
      .slice(Math.min(start, characters.length - 2))
      .slice(0, 2)
      .join(''),
  );
};
