import type { ArticleSummary } from '#preload/contract/library-types.ts';
import type { RelatedReason } from '#preload/contract/related-types.ts';
import type { NoteOfArticle, NoteRun, ViewedPicture } from '#preload/contract/viewing-types.ts';
import type { Handlers } from './fake-bridge.ts';

const picture = (place: number, width: number, height: number, alt: string, caption: string): ViewedPicture => ({
  place,
  sha256: ((place * 53) % 256).toString(16).padStart(64, '0'),
  width,
  height,
  alt,
  caption,
});

/** Of every article: three pictures, wide, high and small; the text has another between them that is not stored. */
const pictures: readonly ViewedPicture[] = [
  picture(0, 2_400, 1_600, '退潮后的东滩', '六月十六日清晨，退潮后的东滩。'),
  picture(1, 600, 1_800, '堤上的水尺', ''),
  picture(3, 120, 80, '', ''),
];

const run = (text: string, style: NoteRun['style'] = 'plain', link: string | null = null): NoteRun => ({ text, style, link });
const note: NoteOfArticle = {
  name: '3',
  anchor: 'at-fn-3',
  language: 'zh-Hans',
  paragraphs: [
    [
      run('见《'),
      run('东滩鸟类调查', 'emphasis'),
      run('》，第 41 页；又见'),
      run('当地渔民的记录', 'plain', 'https://xn--fiqs8s.example/fishers'),
      run('，'),
      run('v2', 'code'),
      run('。'),
    ],
    [run('断面编号与正文同。')],
  ],
};

type ViewingCall = 'articles.pictures' | 'articles.related' | 'articles.note' | 'reading.focusRequest';

/** One of each kind, beside others; two of them at once. */
const reasonsAt: readonly (readonly RelatedReason[])[] = [
  [{ kind: 'linked' }, { kind: 'topics', topics: ['湿地', '候鸟'] }],
  [{ kind: 'links-here' }],
  [{ kind: 'topics', topics: ['湿地'] }, { kind: 'alike' }],
  [{ kind: 'alike' }],
  [{ kind: 'alike' }],
  [{ kind: 'alike' }],
  [{ kind: 'section', section: '文史漫步' }],
];

export const createFakeViewing = (articleAt: (index: number) => ArticleSummary): Pick<Handlers, ViewingCall> => ({
  'articles.related': ({ id }) => ({
    rows: reasonsAt
      .map((reasons, place) => ({ article: articleAt(place + 1), reasons }))
      .filter(({ article }) => article.id !== id),
  }),
  'articles.pictures': () => ({ language: 'zh-Hans', pictures }),
  'articles.note': ({ request }) => ({
    ...note,
    box: request.place === 0 ? { left: 300, top: 200, right: 312, bottom: 218 } : null,
  }),
  'reading.focusRequest': () => null,
});
