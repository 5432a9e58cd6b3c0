/**
 * Places of releases that every build knows, best first. Any place will do, what it serves is believed for its signature alone;
 * a signed manifest can name more of them.
 */
export const builtInMirrors: readonly string[] = [];
