import { fold } from './folding.ts';
import type { ArticleState, NameField } from './query.ts';

export type Field = NameField | 'title' | 'after' | 'before' | 'is' | 'has';

/** What readers type, in one script: names are folded before they are looked up, so the other script and capitals work too. */
const fieldNames: Readonly<Record<Field, readonly string[]>> = {
  title: ['title', '标题', '题目'],
  source: ['source', '来源', '出处', '媒体'],
  section: ['section', '栏目', '单元', '版块', '板块', '分类'],
  archive: ['archive', '归档', '典藏', '档案', '文库', '存档'],
  topic: ['topic', '话题', '主题'],
  tag: ['tag', 'label', '标签'],
  after: ['after', 'since', '之后', '以后', '自'],
  before: ['before', '之前', '以前'],
  is: ['is', '是', '状态'],
  has: ['has', '有', '含'],
};

const stateNames: Readonly<Record<ArticleState, readonly string[]>> = {
  bookmarked: ['bookmarked', 'bookmark', 'starred', '书签', '收藏', '已收藏'],
  unread: ['unread', '未读'],
  read: ['read', '已读'],
  removed: ['removed', 'deleted', '已移除', '移除', '已删除', '删除', '已撤下'],
  illustrated: ['picture', 'pictures', 'image', 'images', '图', '图片', '插图', '照片'],
};

function byName<Value extends string>(names: Readonly<Record<Value, readonly string[]>>): ReadonlyMap<string, Value> {
  const entries = Object.entries(names) as [Value, readonly string[]][];
  return new Map(entries.flatMap(([value, known]) => known.map((name) => [fold(name), value])));
}

const fields = byName(fieldNames);
const states = byName(stateNames);

export function fieldCalled(name: string): Field | null {
  return fields.get(fold(name)) ?? null;
}

/** What `is:` or `has:` ask for; null for a word that neither knows. */
export function stateCalled(field: 'is' | 'has', name: string): ArticleState | null {
  const state = states.get(fold(name).trim()) ?? null;
  return (state === 'illustrated') === (field === 'has') ? state : null;
}
