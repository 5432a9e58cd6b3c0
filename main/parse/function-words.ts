/** Words that no sentence does without, by language: those of several languages count for each. */
const words: Readonly<Record<string, string>> = {
  en: 'the of and to in is for that with on as are was by it from how why what an at this be have not or you your we they he she his her which their but when',
  de: 'der die das und ist nicht ein eine einen einem einer zu den dem des im in mit von für auf sich auch es wie als er sie wir ihr aus bei nach oder aber wird sind war hat',
  fr: 'le la les des du de et est un une dans pour que qui sur pas au aux avec ce cette ces il elle nous vous ils son sa ses ou mais par plus en sont était a',
  es: 'el la los las de del y en es un una que por para con no se su sus al lo como más pero está son fue ha este esta o muy también sobre',
  it: 'il lo la i gli le di del della dei delle e è un una che in per con non si su da al alla come più ma sono era ha questo questa o anche nel nella',
  pt: 'o a os as de do da dos das e é um uma que em no na nos nas por para com não se seu sua ao como mais mas são foi tem este esta ou também',
  nl: 'de het een en van is in op te dat die voor met niet zijn aan er om ook als maar bij hij zij we wij naar door uit over nog was heeft',
  pl: 'i w na z do nie się jest to że jak o od po przez dla ale są był być przy tak za co jego jej lub oraz',
  vi: 'và của là có cho không được một các những trong với này đã để người khi từ về như cũng tại',
};

const languages = new Map<string, string[]>();
for (const [language, list] of Object.entries(words))
  for (const word of list.split(' ')) languages.set(word, [...(languages.get(word) ?? []), language]);

/** A text of fewer known words than this tells nothing but English, which short titles are mostly in. */
const fewestKnown = 3;

/** The language that most function words of a text belong to; null where they are too few to tell. */
export function latinLanguageOf(text: string): string | null {
  const counts = new Map<string, number>();
  let total = 0;
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
    total++;
    for (const language of languages.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [best, second] = [...counts].toSorted(([, one], [, other]) => other - one);
  if (best === undefined || best[1] * 12 < total) return null;
  const isClear = second === undefined || best[1] > second[1];
  if (best[0] === 'en') return isClear ? 'en' : null;
  return isClear && best[1] >= fewestKnown ? best[0] : null;
}
