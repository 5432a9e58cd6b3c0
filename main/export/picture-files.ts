import path from 'node:path';
import type { ExportSource } from './export-source.ts';
import { makeFolder, writeWhole } from './write-file.ts';

/** Written once each, under the first half of their digest: the same picture has the same name everywhere. */
export interface PictureFiles {
  /** The name of the file, which is written by `finish`; null where the library does not hold the picture. */
  nameOf(sha256: string): string | null;
  /** Returns the bytes written. */
  finish(): Promise<number>;
}

export function pictureFiles(source: ExportSource, folder: string): PictureFiles {
  const names = new Map<string, string | null>();
  return {
    nameOf: (sha256) => {
      const known = names.get(sha256);
      if (known !== undefined) return known;
      const picture = source.picture(sha256);
      const name = picture && pictureName(sha256, picture.type);
      names.set(sha256, name);
      return name;
    },
    finish: async () => {
      let bytes = 0;
      for (const [sha256, name] of names) {
        const picture = name === null ? null : source.picture(sha256);
        if (name === null || picture === null) continue;
        await makeFolder(folder);
        bytes += await writeWhole(path.join(folder, name), (handle) => handle.writeFile(picture.bytes));
      }
      return bytes;
    },
  };
}

export function pictureName(sha256: string, type: string): string {
  return `${sha256.slice(0, 32)}.${type === 'jpeg' ? 'jpg' : type}`;
}
