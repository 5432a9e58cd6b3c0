import * as v from 'valibot';
import { articleSelection } from './article-selection.ts';
import { answering, nothing } from './call-definition.ts';
import type { TagCount, TagsOfArticles } from './tag-types.ts';
import { maximumTagLength } from './list-types.ts';

const tagName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(maximumTagLength));
const names = v.pipe(v.array(tagName), v.maxLength(100), v.readonly());

/** The reader's own tags. A tag is known by its name, in either script, in capitals or not; it is there as long as an article has it. */
export const tagCalls = {
  /** In the order of their names. */
  'tags.list': answering<readonly TagCount[]>()(nothing),
  'tags.ofArticles': answering<TagsOfArticles>()(v.strictObject({ selection: articleSelection })),
  /** Of one article or of many, at most `maximumIds`. */
  'tags.change': answering<TagsOfArticles>()(
    v.strictObject({ selection: articleSelection, add: v.exactOptional(names), remove: v.exactOptional(names) }),
  ),
  /** Where there is a tag called `to` already the two become one. */
  'tags.rename': answering<readonly TagCount[]>()(v.strictObject({ name: tagName, to: tagName })),
  /** From all articles. */
  'tags.remove': answering<readonly TagCount[]>()(v.strictObject({ name: tagName })),
} as const;
