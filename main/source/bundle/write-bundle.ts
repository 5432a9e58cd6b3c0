import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { type GitObjectType, hashNameOf, objectId } from '../git/git-object.ts';
import { type FileEntry, SourceFailure } from '../source.ts';
import { buildPageTrees } from './page-trees.ts';

export interface ArchiveToShare {
  /** Becomes the message of the commit. */
  readonly name: string;
  /** Pages of the state to share; each path once. */
  readonly files: readonly FileEntry[];
  /** When that state was published: the date of the commit. */
  readonly committedAtSeconds: number;
  /** Asked once for each content, in the order of `pages`. */
  readPage(entry: FileEntry): Uint8Array | Promise<Uint8Array>;
}

export interface BundleToWrite {
  /** Id of the commit that the bundle holds. */
  readonly head: string;
  /** How many pages it holds. */
  readonly pages: number;
  readonly leftOut: readonly FileEntry[];
  /** The file, piece by piece; needs memory for one page. */
  bytes(): AsyncGenerator<Buffer, void, undefined>;
}

/**
 * Note: the file to pass on. It is a Git bundle, so that Git can clone it and this program add it, and it holds one commit
 * of its own making: the library has the pages of an archive but neither its pictures nor its history, and Git takes no
 * bundle with holes. Paths and ids of pages are those of the archive, so they are the same articles. Author, date and
 * message depend on nothing but the input: the same pages give the same commit everywhere, and the same bytes from the same
 * build of the program (another may compress in another way).
 */
export function writeBundle(archive: ArchiveToShare): BundleToWrite {
  const hashName = hashNameOf(archive.files[0]?.oid ?? '');
  if (archive.files.some(({ oid }) => hashNameOf(oid) !== hashName))
    throw new SourceFailure('damaged-transfer', 'the pages of this archive are named in two ways; sync it first');
  const { root, trees, pages, leftOut } = buildPageTrees(archive.files, hashName);
  const commit = commitContent(root, archive);
  const head = objectId(hashName, 'commit', commit);
  const unique = [...new Map(pages.map((page) => [page.oid, page])).values()];

  async function* pack(): AsyncGenerator<Buffer, void, undefined> {
    yield packHeader(1 + trees.length + unique.length);
    yield packEntry('commit', commit);
    for (const { content } of trees) yield packEntry('tree', content);
    for (const page of unique) {
      const content = await archive.readPage(page);
      if (objectId(hashName, 'blob', content) !== page.oid)
        throw new SourceFailure('damaged-transfer', `the page ${page.path} is damaged in the library`);
      yield packEntry('blob', content);
    }
  }

  return {
    head,
    pages: pages.length,
    leftOut,
    async *bytes() {
      const first = hashName === 'sha1' ? '# v2 git bundle\n' : '# v3 git bundle\n@object-format=sha256\n';
      yield Buffer.from(`${first}${head} refs/heads/main\n${head} HEAD\n\n`);
      const checksum = createHash(hashName);
      for await (const piece of pack()) {
        checksum.update(piece);
        yield piece;
      }
      yield checksum.digest();
    },
  };
}

function commitContent(root: string, { name, committedAtSeconds }: ArchiveToShare): Buffer {
  const who = `Offprint <offprint@localhost> ${Math.max(0, Math.trunc(committedAtSeconds))} +0000`;
  const message = name.replaceAll(/\p{Cc}+/gu, ' ').trim() || 'archive';
  return Buffer.from(`tree ${root}\nauthor ${who}\ncommitter ${who}\n\n${message}\n`);
}

const packVersion = 2;

function packHeader(objects: number): Buffer {
  const header = Buffer.alloc(12);
  header.write('PACK', 'latin1');
  header.writeUInt32BE(packVersion, 4);
  header.writeUInt32BE(objects, 8);
  return header;
}

const typeNumbers: Readonly<Record<Exclude<GitObjectType, 'tag'>, number>> = { commit: 1, tree: 2, blob: 3 };

/** The type and the lowest 4 bits of the length, then 7 bits in each byte, then the content compressed. */
function packEntry(type: Exclude<GitObjectType, 'tag'>, content: Uint8Array): Buffer {
  const header: number[] = [];
  let byte = (typeNumbers[type] << 4) | (content.length & 15);
  for (let rest = Math.floor(content.length / 16); rest > 0; rest = Math.floor(rest / 128)) {
    header.push(byte | 0x80);
    byte = rest & 0x7f;
  }
  header.push(byte);
  return Buffer.concat([Buffer.from(header), deflateSync(content)]);
}
