const markdownLink = /!?\[(?:[^[\]]|\[[^[\]]*\])*\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+"[^"]*")?\)/gu;
const htmlLink = /<a\b[^>]*>.*?<\/a>|<img\b[^>]*>/giu;
const separators = /&nbsp;|&gt;|&lt;|<br\s*\/?>|[\s|｜•·–—\-_*>#:：,，、\u3000]|\p{Extended_Pictographic}|\ufe0f|\u200d/gu;

/** Longer lines are text, or made to keep a pattern busy. */
const rowLimit = 4_000;

/** A line with links, and nothing besides them but separators and symbols. */
export function consistsOfLinks(line: string): boolean {
  if (line.length > rowLimit) return false;
  if (!line.includes('](') && !/<a\b/iu.test(line)) return false;
  const rest = line.replaceAll(htmlLink, '').replaceAll(markdownLink, '');
  return rest !== line && rest.replaceAll(separators, '') === '';
}

/** A heading of a mirror that exists to lead elsewhere. Publishers' own headings come as HTML. */
export function isNavigationRow(line: string): boolean {
  return /^#{3,6} /u.test(line) && line.includes('](');
}

export function isRuleLine(line: string): boolean {
  return /^\s*(?:-\s*){5,}$/u.test(line);
}
