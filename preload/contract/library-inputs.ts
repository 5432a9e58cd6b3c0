import * as v from 'valibot';

export const archiveId = v.pipe(v.string(), v.regex(/^[^:/\\\s]{1,100}$/u));
export const libraryId = v.pipe(v.string(), v.regex(/^[^:/\\\s]{1,100}:/u), v.maxLength(5_000));

export const listScope = v.variant('kind', [
  v.strictObject({ kind: v.literal('all') }),
  v.strictObject({ kind: v.literal('bookmarked') }),
  v.strictObject({ kind: v.literal('removed') }),
  v.strictObject({ kind: v.literal('archive'), archiveId }),
  v.strictObject({ kind: v.literal('section'), sectionId: libraryId }),
]);
