import * as v from 'valibot';
import { answering, nothing } from './call-definition.ts';
import { listScope } from './library-inputs.ts';
import type { MarkedAsRead } from './library-types.ts';

/** Calls about what was read and what was opened. */
export const markCalls = {
  /** Everything in a list, or everything that a search finds. */
  'articles.markAllRead': answering<MarkedAsRead>()(
    v.union([
      v.strictObject({ scope: listScope }),
      v.strictObject({ query: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(10_000)) }),
    ]),
  ),
  /** Takes back what `articles.markAllRead` did at that moment; how many articles are unread again. */
  'articles.unmarkRead': answering<number>()(v.strictObject({ atMs: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) })),
  /** What was read stays read. */
  'history.clear': answering<null>()(nothing),
} as const;
