import * as v from 'valibot';
import type { SpokenText } from './aloud-types.ts';
import { answering } from './call-definition.ts';
import { libraryId } from './library-inputs.ts';

const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Reading aloud: what the frame of the article shows, and where the reading stands in it. */
export const aloudCalls = {
  /** null where no frame shows the article. */
  'reading.text': answering<SpokenText | null>()(v.strictObject({ id: libraryId })),
  /** Highlights a passage and keeps it in view; null: none any longer. False where the frame does not show that passage. */
  'reading.showPassage': answering<boolean>()(
    v.strictObject({
      id: libraryId,
      passage: v.nullable(
        v.strictObject({ block: offset, start: offset, end: offset, text: v.pipe(v.string(), v.maxLength(100_000)) }),
      ),
    }),
  ),
} as const;
