import * as v from 'valibot';

export const archiveId = v.pipe(v.string(), v.regex(/^[^:/\\\s]{1,100}$/u));
export const archiveIds = v.pipe(v.array(archiveId), v.maxLength(1_000));
/** Archives to sync together; null for all there are. */
export const syncWish = v.nullable(archiveIds);
export const libraryId = v.pipe(v.string(), v.regex(/^[^:/\\\s]{1,100}:/u), v.maxLength(5_000));

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000));
const momentMs = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const wholeNumber = (from: number, to: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(from), v.maxValue(to));

export const listScope = v.variant('kind', [
  v.strictObject({ kind: v.literal('all') }),
  v.strictObject({ kind: v.literal('bookmarked') }),
  v.strictObject({ kind: v.literal('removed') }),
  v.strictObject({ kind: v.literal('unread'), asOfMs: v.exactOptional(momentMs) }),
  v.strictObject({ kind: v.literal('history') }),
  v.strictObject({ kind: v.literal('archive'), archiveId }),
  v.strictObject({ kind: v.literal('section'), sectionId: libraryId }),
  v.strictObject({ kind: v.literal('source'), name }),
  v.strictObject({ kind: v.literal('topic'), name }),
  v.strictObject({ kind: v.literal('tag'), name }),
  v.strictObject({ kind: v.literal('period'), year: wholeNumber(0, 9_999), month: v.exactOptional(wholeNumber(1, 12)) }),
]);
