import type { FailureCode } from '#preload/contract/failure.ts';

/** What a failure's `details` may hold; a sentence must read well when a place is missing. */
export interface FailurePlaces {
  readonly origin?: string | number | undefined;
  readonly host?: string | number | undefined;
  readonly name?: string | number | undefined;
  readonly path?: string | number | undefined;
  readonly file?: string | number | undefined;
  readonly retryAfterSeconds?: string | number | undefined;
  readonly status?: string | number | undefined;
  readonly proxy?: string | number | undefined;
  readonly reason?: string | number | undefined;
  readonly login?: string | number | undefined;
}

export interface FailureWords {
  /** What happened. */
  readonly title: (places: FailurePlaces) => string;
  /** What is safe. */
  readonly safe: string;
  /** The one thing to do next. */
  readonly step: { readonly label: string; readonly hint: string };
}

/** A code without words does not compile. */
export type FailureCatalogue = Readonly<Record<FailureCode, FailureWords>>;

export type UpdateFailureCatalogue = Readonly<Record<Extract<FailureCode, `update-${string}`>, FailureWords>>;
