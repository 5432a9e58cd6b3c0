/** Raised whenever the same page would give another result: stored pages are then parsed again. */
export const parserVersion = 3;
