import * as v from 'valibot';
import { libraryId, listScope } from './library-inputs.ts';
import { listSorts, maximumIds } from './list-types.ts';

const ids = v.pipe(v.array(libraryId), v.maxLength(maximumIds), v.readonly());
const except = v.exactOptional(ids);

/** Articles by name, or all of a list but a few. */
export const articleSelection = v.variant('kind', [
  v.strictObject({
    kind: v.literal('articles'),
    ids: v.pipe(v.array(libraryId), v.minLength(1), v.maxLength(maximumIds), v.readonly()),
  }),
  v.strictObject({ kind: v.literal('scope'), scope: listScope, sort: v.exactOptional(v.picklist(listSorts)), except }),
  v.strictObject({
    kind: v.literal('search'),
    query: v.pipe(v.string(), v.maxLength(10_000)),
    sort: v.picklist(['newest', 'relevance']),
    except,
  }),
]);
