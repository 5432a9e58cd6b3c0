import type { ParsedArticle } from '#main/parse/parsed-page.ts';

/** The same numbers for the same seed, on every machine: 0 <= number < 1. */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<Item>(random: () => number, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

const common = Array.from(
  '的一是在不了有人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严',
);
export const traditionalForms: Readonly<Record<string, string>> = {
  国: '國',
  会: '會',
  发: '發',
  说: '說',
  产: '產',
  经: '經',
  进: '進',
  电: '電',
  实: '實',
  体: '體',
};
const words = ['COVID', 'G7', 'G20', 'G8', 'covid', 'Paris', 'iPhone', 'x', '2018', '19', 'e-mail', 'NATO', 'don’t', 'café'];
const signs = ['，', '。', '、', '；', '“', '”', '（', '）', ' ', '\n', '·'];

/** Frequent characters are much more frequent, as in language. */
function pickCharacter(random: () => number): string {
  const character = common[Math.floor(random() ** 2.5 * common.length)] ?? '的';
  return random() < 0.15 ? (traditionalForms[character] ?? character) : character;
}

export function generateText(random: () => number, length: number): string {
  let text = '';
  while (text.length < length) {
    const kind = random();
    if (kind < 0.03) text += pick(random, words);
    else if (kind < 0.16) text += pick(random, signs);
    else if (kind < 0.162) text += '𠮷';
    else text += pickCharacter(random);
  }
  return text.trim();
}

export function generateArticles(count: number, seed: number, meanLength = 400): Partial<ParsedArticle>[] {
  const random = makeRandom(seed);
  return Array.from({ length: count }, (_, number) => ({
    title: generateText(random, 8 + random() * 20).replaceAll('\n', ' '),
    text: generateText(random, meanLength * (0.3 + random() * 1.4)),
    publishedOn: new Date(Date.UTC(2015, 0, 1) + Math.floor(random() * 3_000) * 86_400_000).toISOString().slice(0, 10),
    source: pick(random, ['河灯社', '山外报', 'Harbour Post', null]),
    originalUrl: `https://news.example/${seed}/${number}`,
  }));
}
