import { basename } from 'node:path';
import { createGitSource } from './git/git-source.ts';
import { createLocalSource } from './local-source.ts';
import { MirrorSource, type OpenedSource } from './mirrors/mirror-source.ts';
import { type Origin, readOrigin } from './origin.ts';
import { createWebFileSource } from './snapshot/web-file-source.ts';
import type { SourceOptions } from './source-options.ts';
import type { Source } from './source.ts';

const usualProbeTimeoutMs = 8000;

/**
 * The adapter for an origin, or for several that have the same archive, the preferred one first. Nothing is asked of them
 * yet; an address that means nothing throws 'origin-not-understood'.
 */
export function openSource(origins: string | readonly string[], options: SourceOptions): OpenedSource {
  const read = (typeof origins === 'string' ? [origins] : origins).map((text) => readOrigin(text));
  const mirrors = read.map((origin) => ({
    origin: origin.url,
    name: nameOf(origin),
    isQuick: origin.kind === 'git-http',
    source: openOrigin(origin, options),
  }));
  return new MirrorSource(mirrors, options.probeTimeoutMs ?? usualProbeTimeoutMs, options.lastAnsweredAt ?? 0);
}

function openOrigin({ kind, url }: Origin, options: SourceOptions): Source {
  if (kind === 'git-http') return createGitSource(url, options);
  return kind === 'web-file' ? createWebFileSource(url, options) : createLocalSource(url, options);
}

function nameOf({ kind, url }: Origin): string {
  return kind === 'git-http' || kind === 'web-file' ? new URL(url).host : basename(url);
}
