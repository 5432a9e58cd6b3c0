const headLength = 500;
const tailLength = 400;
/** `（本报记者某某综合报导）`: kept whole, because where a name ends and a place begins cannot be told. */
const reported =
  /[（(]\s*([^（）()\n]{0,24}(?:记者|記者|編譯|编译|通讯员|通訊員|特约|特約)[^（）()\n]{1,30}|[^（）()\n]{2,24}(?:报导|报道|報導|報道))\s*[）)]/u;
const labelled =
  /(?:^|\n|[。】）)]\s*)(?:(?:本报|本報|本台|本社)?(?:记者|記者)[:：]|作者\s*[:：]|文\s*[/／:：|]|撰文\s*[:：]|By\s+(?=\p{Lu}))\s*([^\n。，,（()]{2,40})/u;
const reportedBy = /[(（](?:Reported|Written|Text)\s+by\s+([^()（）\n]{2,40})[)）]/iu;
const reporterLine = /(?:^|\n)\s*((?:本报|本報|本台|本社)?(?:记者|記者)\s?[\p{Script=Han}·]{2,4})(?=\s|\n|$)/u;
const editor = /((?:责任编辑|責任編輯|责编|責編|编辑|編輯)\s*[:：]\s*[^\n，。；）)】]{1,20})/u;

/** Who wrote and who edited, in the page's own words; null where it does not say. */
export function bylineOf(text: string, stated: string | null): string | null {
  const head = text.slice(0, headLength);
  const writer =
    stated ??
    reported.exec(head)?.[1] ??
    labelled.exec(head)?.[1] ??
    reportedBy.exec(head)?.[1] ??
    reporterLine.exec(head)?.[1] ??
    null;
  const edited = editor.exec(text.slice(-tailLength))?.[1] ?? null;
  const parts = [writer, edited]
    .filter((part) => part !== null)
    .map((part) =>
      part
        .replaceAll(/\s+/gu, ' ')
        .replace(/[#*_\s]+$/u, '')
        .trim(),
    );
  return parts.length === 0 ? null : parts.join(' · ');
}
