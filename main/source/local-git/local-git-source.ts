import { join } from 'node:path';
import { hashNameOf } from '../git/git-object.ts';
import type { SourceOptions } from '../source-options.ts';
import type { Source } from '../source.ts';
import { readLocalHead } from './local-refs.ts';
import { createObjectSource } from './object-source.ts';
import { openRepositoryObjects } from './repository-objects.ts';
import type { RepositoryPlace } from './repository-place.ts';

/**
 * A repository on this machine, bare or not, at the commit of its HEAD. Read by this program itself: most readers have no Git
 * installed, and a repository that came on a stick may name programs for Git to run.
 */
export function createLocalGitSource(place: RepositoryPlace, options: SourceOptions): Source {
  return createObjectSource(async () => {
    const head = await readLocalHead(place);
    return { head, store: openRepositoryObjects(join(place.commonFolder, 'objects'), hashNameOf(head)) };
  }, options);
}
