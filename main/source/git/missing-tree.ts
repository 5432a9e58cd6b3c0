/** A tree that was to be compared or listed is not held. */
export class MissingTree extends Error {
  override readonly name = 'MissingTree';
}
