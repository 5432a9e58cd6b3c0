/** The file in the folder of updates that remembers; apart from what reads it, so that a start loads none of that. */
export const memoryName = 'updates.json';
