import { siteName } from './find-source.ts';
import { type CleanElement, attribute, elementsOf, textOf } from './clean-node.ts';

const topicPath = /^https?:\/\/[^/]+\/(?:[^?#]*\/)?(?:term|terms|tag|tags|topic|topics|keyword|keywords)\/[^/?#]/iu;
const topicsLimit = 20;
const topicLength = 30;

/** Subjects that the publisher linked to its own lists by subject, after those that the page states itself. */
export function topicsOf(body: CleanElement, stated: readonly string[], originalUrl: string | null): readonly string[] {
  const site = originalUrl === null ? null : siteOf(originalUrl);
  const topics = new Set(stated.map((topic) => topic.trim().replace(/^#/u, '')));
  for (const node of elementsOf(body)) {
    const href = node.name === 'a' && site !== null ? (attribute(node, 'href') ?? '') : '';
    if (!topicPath.test(href) || siteOf(href) !== site) continue;
    topics.add(textOf(node).replaceAll(/\s+/gu, ' ').trim());
  }
  return [...topics].filter((topic) => topic !== '' && topic.length <= topicLength).slice(0, topicsLimit);
}

function siteOf(address: string): string | null {
  return URL.canParse(address) ? siteName(new URL(address).hostname) : null;
}
