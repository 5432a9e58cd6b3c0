/**
 * Called between two steps of a long search; throws where its answer is not wanted any more. SQLite cannot be stopped from outside,
 * so no step is long: some milliseconds, and some tens for the rarest.
 */
export type StopCheck = () => void;

export const neverStop: StopCheck = () => {};
