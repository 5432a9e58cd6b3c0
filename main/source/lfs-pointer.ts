const pointerStart = 'version https://git-lfs.github.com/spec/v1\n';
const longestPointerBytes = 1024;

export const lfsPointerMessage = 'the repository keeps this page in Git LFS and holds only a pointer to it';

/** What Git LFS leaves in a repository in place of a file: a few lines that say where the file is kept. */
export function isLfsPointer(content: Uint8Array): boolean {
  if (content.length > longestPointerBytes || content.length < pointerStart.length) return false;
  const text = Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1');
  return text.startsWith(pointerStart) && /^oid sha256:[0-9a-f]{64}$/m.test(text) && /^size \d+$/m.test(text);
}
