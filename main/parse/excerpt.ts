/** UTF-16 code units. */
const excerptLimit = 200;
const byline =
  /^\s*(?:[【〖][^】〗\n]{0,40}[】〗]|[（(][^（）()\n]{0,40}(?:报导|报道|報導|報道|记者|記者)[^（）()\n]{0,12}[）)])[\s　]*/u;

/** The first sentences, without the byline that the list shows by itself; never half a character. */
export function excerptOf(text: string): string {
  let start = text.slice(0, excerptLimit * 4);
  for (let match = byline.exec(start); match && match[0].length < start.length; match = byline.exec(start))
    start = start.slice(match[0].length);
  const oneLine = start.replaceAll(/\s+/gu, ' ').trim();
  if (oneLine.length <= excerptLimit) return oneLine;
  const cut = oneLine.slice(0, excerptLimit).replace(/[\ud800-\udbff]$/u, '');
  const end = Math.max(...[...'。！？!?'].map((mark) => cut.lastIndexOf(mark)), cut.lastIndexOf('. '));
  return end > excerptLimit / 2
    ? cut.slice(0, end + 1)
    : `${cut.slice(0, excerptLimit - 2).replace(/[\ud800-\udbff]$|\s+\S{0,15}$/u, '')}…`;
}
