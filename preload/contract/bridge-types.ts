import type { CallInput, CallName, CallOutput, EventName, EventPayload } from './contract.ts';
import type { Answer } from './failure.ts';

/** The DOM's `File`, which this side of the border does not know. */
export interface DroppedFile {
  readonly name: string;
}

/** What the window finds as `window.offprint`. */
export interface Bridge {
  /** `requestId` is chosen by the caller, unique within the window; `cancel(requestId)` ends the call with `cancelled`. */
  call<Name extends CallName>(name: Name, input: CallInput<Name>, requestId: string): Promise<Answer<CallOutput<Name>>>;
  cancel(requestId: string): void;
  /** Where a file or folder lies that was dropped on the window; empty for one that lies nowhere. */
  pathOf(file: DroppedFile): string;
  /** Returns the function that ends the subscription. */
  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void;
}
