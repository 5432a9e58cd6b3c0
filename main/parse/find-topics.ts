import { siteName } from './find-source.ts';
import { type CleanElement, attribute, elementsOf, textOf } from './clean-node.ts';

const topicPath =
  /^https?:\/\/[^/]+\/(?:[^?#]*\/)?(?:term|terms|tag|tags|topic|topics|keyword|keywords)\/([^/?#]+)\/?(?:[?#].*)?$/iu;
const topicsLimit = 20;
const topicLength = 30;

/** Subjects that the publisher linked to its own lists by subject, after those that the page states itself. */
export function topicsOf(body: CleanElement, stated: readonly string[], originalUrl: string | null): readonly string[] {
  const site = originalUrl === null ? null : siteOf(originalUrl);
  const topics = new Set(stated.map((topic) => topic.trim().replace(/^#/u, '')));
  if (site !== null) {
    for (const node of elementsOf(body)) {
      const href = node.name === 'a' ? (attribute(node, 'href') ?? '') : '';
      const [, segment] = topicPath.exec(href) ?? [];
      if (segment === undefined || siteOf(href) !== site) continue;
      topics.add(nameIn(segment) ?? textOf(node).replaceAll(/\s+/gu, ' ').trim());
    }
  }
  return [...topics].filter((topic) => topic !== '' && topic.length <= topicLength).slice(0, topicsLimit);
}

/** `/tag/白鹭.html` names the topic, however the text puts it; `/term/3365` and `/tag/egret` do not. */
function nameIn(segment: string): string | null {
  if (/^[\u0000-\u007f]*$/u.test(segment) && !segment.includes('%')) return null;
  try {
    const name = decodeURIComponent(segment)
      .replace(/\.(?:html?|php|aspx?)$/iu, '')
      .replaceAll(/[-_+\s]+/gu, ' ')
      .trim();
    return /^[\u0000-\u007f]*$/u.test(name) ? null : name.normalize('NFC');
  } catch {
    return null;
  }
}

function siteOf(address: string): string | null {
  return URL.canParse(address) ? siteName(new URL(address).hostname) : null;
}
