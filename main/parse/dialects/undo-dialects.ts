import { undoAttributeLists, undoContentsLines } from './attribute-lists.ts';
import { undoComponents } from './components.ts';
import { undoAlerts, undoContainers } from './containers.ts';
import { undoDefinitionLists } from './definition-lists.ts';
import { undoIndentedContainers } from './indented-containers.ts';
import { undoAbbreviations, undoClosedStrong, undoHighlights, undoInclusions, undoKeys } from './inline-marks.ts';
import { undoInlineMath, undoMathBlocks } from './mathematics.ts';
import { protectCode } from './protect-code.ts';
import { undoTemplateTags } from './template-tags.ts';
import { undoNoteComments, undoNoteMarks, undoWikiLinks } from './wiki-links.ts';

interface Rule {
  /** Cheap: most pages need no rule, or few. */
  readonly isNeeded: (text: string) => boolean;
  readonly apply: (text: string, path: string) => string;
  /** What it makes is code, which the rules after it must not touch. */
  readonly makesCode?: true;
}

function holds(...signs: readonly string[]): (text: string) => boolean {
  return (text) => signs.some((sign) => text.includes(sign));
}

function matches(sign: RegExp): (text: string) => boolean {
  return (text) => sign.test(text);
}

/** In this order: formulas are full of braces; tags and components leave containers behind, containers leave Markdown. */
const rules: readonly Rule[] = [
  { isNeeded: holds('$$'), apply: undoMathBlocks, makesCode: true },
  { isNeeded: holds('$', '\\('), apply: undoInlineMath, makesCode: true },
  { isNeeded: holds('{{', '{%'), apply: undoTemplateTags },
  { isNeeded: matches(/<[A-Z][\w.]*[\s/>]|^(?:import|export) /mu), apply: undoComponents },
  { isNeeded: holds('%%'), apply: undoNoteComments },
  { isNeeded: holds('8<'), apply: undoInclusions },
  { isNeeded: holds(':::', '\n<<< '), apply: undoContainers },
  { isNeeded: matches(/^[ \t]*(?:!!!|\?\?\?|===)[+! \t]/mu), apply: undoIndentedContainers },
  { isNeeded: holds('[!'), apply: undoAlerts },
  { isNeeded: matches(/\[\[?_?toc|@\[toc|\$\{toc\}/iu), apply: undoContentsLines },
  { isNeeded: holds('[['), apply: undoWikiLinks },
  { isNeeded: matches(/\{:?[ \t]*(?:[#.:]|toc|[\w-]+[ \t]*=)/u), apply: undoAttributeLists },
  { isNeeded: holds('\n*[', '*['), apply: undoAbbreviations },
  { isNeeded: matches(/^ {0,3}:[ \t]+\S/mu), apply: undoDefinitionLists },
  { isNeeded: holds(' ^'), apply: undoNoteMarks },
  { isNeeded: holds('=='), apply: undoHighlights },
  { isNeeded: holds('++'), apply: undoKeys },
  { isNeeded: matches(/\*\*|__/u), apply: undoClosedStrong },
];

/**
 * Markdown as Git hosts read it, from what the makers of sites, books, wikis and notes have added to it: markers go, words
 * stay. Code is not touched.
 */
export function undoDialects(markdown: string, path: string): string {
  if (!rules.some(({ isNeeded }) => isNeeded(markdown))) return markdown;
  const code = protectCode(markdown);
  let { text } = code;
  for (const { isNeeded, apply, makesCode } of rules) {
    if (!isNeeded(text)) continue;
    text = apply(text, path);
    if (makesCode) text = code.protectAgain(text);
  }
  return code.restore(text);
}
