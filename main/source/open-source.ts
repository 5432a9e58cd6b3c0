import { createFolderSource } from './folder/folder-source.ts';
import { createGitSource } from './git/git-source.ts';
import { readOrigin } from './origin.ts';
import type { SourceOptions } from './source-options.ts';
import type { Source } from './source.ts';

/** The adapter for an origin. Nothing is asked of it yet; an address that means nothing throws 'origin-not-understood'. */
export function openSource(origin: string, options: SourceOptions): Source {
  const { kind, url } = readOrigin(origin);
  return kind === 'folder' ? createFolderSource(url, options) : createGitSource(url, options);
}
