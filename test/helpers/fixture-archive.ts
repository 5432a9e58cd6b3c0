import { readFileSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const firstVersion = join(fixtures, 'news-archive');
const secondVersion = join(fixtures, 'news-archive-update');

type Encode = (text: string) => Uint8Array;

/** Kept as UTF-8 in this repository, published in something else. */
const encodedPages: Readonly<Record<string, Encode>> = {
  'pages/broken/gbk.md': (text) => encodeDoubleByte(text, 'gbk'),
  'pages/broken/big5.md': (text) => encodeDoubleByte(text, 'big5'),
  'pages/broken/utf-16le.md': (text) => encodeUtf16(`\ufeff${text}`),
  'pages/broken/utf-16le-bare.md': encodeUtf16,
  'pages/broken/bom-crlf.md': (text) => new TextEncoder().encode(`\ufeff${text.replaceAll('\n', '\r\n')}`),
};

/** Pages that no text file can hold, or that would only fill this repository. */
const generatedFiles: Readonly<Record<string, () => Uint8Array>> = {
  'pages/broken/binary.md': () => Uint8Array.from({ length: 4_096 }, (_unused, at) => (at * at * 31 + at * 7) % 256),
  'pages/broken/empty.md': () => new Uint8Array(),
  'pages/broken/deep.md': () =>
    new TextEncoder().encode(`# Deep\n\n${'<div><b>'.repeat(1_500)}the bottom of the well${'</b></div>'.repeat(1_500)}\n`),
  'node_modules/left/README.md': () => new TextEncoder().encode('# Not a page of this archive\n'),
};

/** Pages of the archive that cannot be read, and why. */
export const unreadablePages: Readonly<Record<string, string>> = {
  'pages/broken/binary.md': 'page-not-text',
  'pages/broken/empty.md': 'page-unreadable',
};

const updatePaths = {
  changed: ['pages/chenbao/1202.md', 'posts/2021-07-01-no-title.md'],
  added: ['pages/chenbao/1213.md', 'pages/chenbao/1214.md', 'posts/2021-12-31-year-end.md'],
  removed: ['pages/chenbao/1208.md'],
  /** Section indexes that list the changes. */
  rewritten: ['indexes/自然.md', 'indexes/会谈.md'],
} as const;

/** Called, gives what version 2 changes (null: removed); its properties are the paths that differ between the two versions. */
export const fixtureUpdate = Object.assign(updateFiles, updatePaths, {
  /** Turns a folder with version 1 into version 2. */
  async write(folder: string): Promise<void> {
    await cp(secondVersion, folder, { recursive: true });
    for (const path of updatePaths.removed) await rm(join(folder, path));
  },
});

function updateFiles(): Map<string, Uint8Array | null> {
  const files = new Map<string, Uint8Array | null>();
  for (const path of [...updatePaths.changed, ...updatePaths.added, ...updatePaths.rewritten]) {
    files.set(path, readFileSync(join(secondVersion, path)));
  }
  for (const path of updatePaths.removed) files.set(path, null);
  return files;
}

/** Version 1 of the project's own archive, as published: pages in all shapes, some of them broken. */
export async function fixtureFiles(): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(firstVersion, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = relative(firstVersion, join(entry.parentPath, entry.name)).split(sep).join('/');
    const bytes = await readFile(join(firstVersion, path));
    const encode = encodedPages[path];
    files.set(path, encode === undefined ? bytes : encode(bytes.toString('utf8')));
  }
  for (const [path, generate] of Object.entries(generatedFiles)) files.set(path, generate());
  return files;
}

export async function writeFixtureArchive(folder: string): Promise<void> {
  for (const [path, bytes] of await fixtureFiles()) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

export function encodeUtf16(text: string): Uint8Array {
  return Uint8Array.from(text.split('').flatMap((unit) => [unit.charCodeAt(0) & 0xff, unit.charCodeAt(0) >> 8]));
}

/** The encodings have decoders everywhere and encoders nowhere: the table is read off the decoder. */
export function encodeDoubleByte(text: string, encoding: 'gbk' | 'big5'): Uint8Array {
  const table = new Map<string, readonly [number, number]>();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, [lead, trail]);
    }
  }
  const bytes = [...text].flatMap((character) => {
    if (character < '\u0080') return [character.charCodeAt(0)];
    const pair = table.get(character);
    if (pair === undefined) throw new Error(`${character} is not in ${encoding}`);
    return [...pair];
  });
  return Uint8Array.from(bytes);
}
