import * as v from 'valibot';

export interface CallDefinition<Input extends v.GenericSchema, Output> {
  readonly input: Input;
  /** Never present at run time: carries the type of the answer. */
  readonly output?: Output;
}

/** Currying, because TypeScript infers either all type arguments or none. */
export const answering =
  <Output>() =>
  <Input extends v.GenericSchema>(input: Input): CallDefinition<Input, Output> => ({ input });

export const nothing = v.strictObject({});
export const shortText = v.pipe(v.string(), v.maxLength(1_000));
/** Of an archive, a proxy or a file: a web address or a path. */
export const place = v.pipe(shortText, v.minLength(1));
