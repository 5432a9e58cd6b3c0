import { simplifiedOnly, traditionalOnly } from './one-sided-han.ts';

/** Everyday characters that both scripts share. */
const shared =
  '的一是不了在人有我他大中上到就地出以可下子之也能那要年生自用而方多日小心去道成好天然作事分家想看手同如者本力明文水此又工理高正行主十意老走太已使平全面些定公所其日外月名加安世史立且但因常由建信政度情等再性利物美部相代向教比重原民通北南東西更山口各身先接入新任直位住知社路眼目使命百解思受少法次市四五六二三七八九回求特式反感江海河城花草木石金土火风雨春夏秋冬早晚村里湖桥船味香茶竹';

export const commonHan: ReadonlySet<string> = new Set([
  ...shared,
  ...simplifiedOnly,
  ...traditionalOnly,
  ...'，。、：；？！“”（）《》「」『』—…　',
]);
