import { anchorId } from './resolve-address.ts';

/** Ids that links of the page lead to: only these are kept. */
export function anchorsIn(html: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const [, name = ''] of html.matchAll(/href\s*=\s*(?:["']\s*)?#([^"'\s>]{1,200})/giu)) {
    const id = anchorId(name);
    if (id !== null) anchors.add(id);
  }
  return anchors;
}
