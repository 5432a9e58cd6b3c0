import { createHash } from 'node:crypto';

export type GitObjectType = 'commit' | 'tree' | 'blob' | 'tag';

export interface GitContent {
  readonly type: GitObjectType;
  readonly content: Uint8Array;
}

/** Reads an object by id; undefined where it is not held. */
export type ReadObject = (oid: string) => GitContent | undefined;

/** A repository names its objects by one of these hashes. */
export type HashName = 'sha1' | 'sha256';

export const idBytes: Readonly<Record<HashName, number>> = { sha1: 20, sha256: 32 };

export function hashNameOf(oid: string): HashName {
  return oid.length === 2 * idBytes.sha256 ? 'sha256' : 'sha1';
}

export function objectId(hashName: HashName, type: GitObjectType, content: Uint8Array): string {
  return createHash(hashName).update(`${type} ${content.length}\0`).update(content).digest('hex');
}

/** Hands on only what has the id it was asked for by, so that a damaged or emptied library never serves as a base. */
export function verifiedReader(read: ReadObject): ReadObject {
  return (oid) => {
    const object = read(oid);
    return object && objectId(hashNameOf(oid), object.type, object.content) === oid ? object : undefined;
  };
}
