import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, inflateSync } from 'node:zlib';
import type { GitContent, GitObjectType } from '../git/git-object.ts';
import { SourceFailure } from '../source.ts';
import { maximumObjectBytes } from './object-store.ts';
import { readAt } from './read-at.ts';

interface LooseHeader {
  readonly type: GitObjectType;
  readonly size: number;
  /** Of the header itself, with the NUL at its end. */
  readonly length: number;
}

const headerPattern = /^(commit|tree|blob|tag) (\d{1,15})\0/;
/** Enough for the longest table of codes and the header behind it. */
const startBytes = 1024;

function damaged(): SourceFailure {
  return new SourceFailure('damaged-transfer', 'an object of the repository cannot be read');
}

function placeOf(objectsFolder: string, oid: string): string {
  return join(objectsFolder, oid.slice(0, 2), oid.slice(2));
}

/** Null where there is no such file. */
function readStart(path: string): Buffer | null {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch {
    return null;
  }
  try {
    return readAt(descriptor, 0, startBytes);
  } finally {
    closeSync(descriptor);
  }
}

function headerOf(start: Buffer): LooseHeader {
  let text: string;
  try {
    text = inflateSync(start, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1', 0, 32);
  } catch {
    throw damaged();
  }
  const match = headerPattern.exec(text);
  if (match === null) throw damaged();
  return { type: match[1] as GitObjectType, size: Number(match[2]), length: match[0].length };
}

/** An object that Git keeps in a file of its own. */
export function readLooseObject(objectsFolder: string, oid: string): GitContent | undefined {
  const path = placeOf(objectsFolder, oid);
  const start = readStart(path);
  if (start === null) return undefined;
  const { type, size, length } = headerOf(start);
  if (size > maximumObjectBytes) throw damaged();
  let whole: Buffer;
  try {
    whole = inflateSync(readFileSync(path), { maxOutputLength: size + length });
  } catch {
    throw damaged();
  }
  if (whole.length !== size + length) throw damaged();
  return { type, content: whole.subarray(length) };
}

export function sizeOfLooseObject(objectsFolder: string, oid: string): number | undefined {
  const start = readStart(placeOf(objectsFolder, oid));
  return start === null ? undefined : headerOf(start).size;
}
