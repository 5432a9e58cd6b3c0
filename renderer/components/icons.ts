import type { TemplateResult } from 'lit';
import { html, unsafeStatic } from 'lit/static-html.js';
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import tag from 'lucide-static/icons/tag.svg?raw';
import bookmark from 'lucide-static/icons/bookmark.svg?raw';
import bookOpen from 'lucide-static/icons/book-open.svg?raw';
import circle from 'lucide-static/icons/circle.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw';
import chevronLeft from 'lucide-static/icons/chevron-left.svg?raw';
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw';
import chevronUp from 'lucide-static/icons/chevron-up.svg?raw';
import circleDot from 'lucide-static/icons/circle-dot.svg?raw';
import help from 'lucide-static/icons/circle-question-mark.svg?raw';
import speech from 'lucide-static/icons/volume-2.svg?raw';
import skipBack from 'lucide-static/icons/skip-back.svg?raw';
import skipForward from 'lucide-static/icons/skip-forward.svg?raw';
import star from 'lucide-static/icons/star.svg?raw';
import hash from 'lucide-static/icons/hash.svg?raw';
import newspaper from 'lucide-static/icons/newspaper.svg?raw';
import fileText from 'lucide-static/icons/file-text.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import archiveX from 'lucide-static/icons/archive-x.svg?raw';
import externalLink from 'lucide-static/icons/external-link.svg?raw';
import ellipsis from 'lucide-static/icons/ellipsis.svg?raw';
import history from 'lucide-static/icons/history.svg?raw';
import related from 'lucide-static/icons/waypoints.svg?raw';
import languages from 'lucide-static/icons/languages.svg?raw';
import libraryBig from 'lucide-static/icons/library.svg?raw';
import listRows from 'lucide-static/icons/rows-3.svg?raw';
import listLines from 'lucide-static/icons/list.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import minus from 'lucide-static/icons/minus.svg?raw';
import outline from 'lucide-static/icons/table-of-contents.svg?raw';
import originalPage from 'lucide-static/icons/file-code.svg?raw';
import panelLeft from 'lucide-static/icons/panel-left.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import refresh from 'lucide-static/icons/refresh-cw.svg?raw';
import reset from 'lucide-static/icons/rotate-ccw.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import settings from 'lucide-static/icons/settings-2.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import alert from 'lucide-static/icons/triangle-alert.svg?raw';
import type from 'lucide-static/icons/a-large-small.svg?raw';
import zoomIn from 'lucide-static/icons/zoom-in.svg?raw';
import zoomOut from 'lucide-static/icons/zoom-out.svg?raw';
import close from 'lucide-static/icons/x.svg?raw';

const sources = {
  alert,
  related,
  archiveX,
  arrowLeft,
  bookmark,
  tag,
  bookOpen,
  check,
  circle,
  chevronDown,
  chevronLeft,
  chevronRight,
  chevronUp,
  circleDot,
  close,
  download,
  ellipsis,
  externalLink,
  fileText,
  hash,
  help,
  history,
  languages,
  library: libraryBig,
  listLines,
  listRows,
  copy,
  minus,
  newspaper,
  originalPage,
  outline,
  panelLeft,
  pause,
  play,
  plus,
  refresh,
  reset,
  search,
  settings,
  skipBack,
  skipForward,
  speech,
  star,
  trash,
  type,
  zoomIn,
  zoomOut,
} as const;

export type IconName = keyof typeof sources;

/** The files come with the build, never from outside: that makes it safe to hand their text to the template as it is. */
const prepared = (svg: string): string =>
  svg
    .replace(/<!--[\s\S]*?-->/u, '')
    .replace('stroke-width="2"', 'stroke-width="1.75"')
    .replace(/class="[^"]*"/u, 'class="icon" aria-hidden="true" focusable="false"')
    .replace(/width="24"\s+height="24"/u, 'width="16" height="16"')
    .trim();

const templates = new Map(Object.entries(sources).map(([name, svg]) => [name, unsafeStatic(prepared(svg))]));

/** An icon of one stroke, 16 px, in the colour of the text around it; hidden from screen readers: its button has the name. */
export const icon = (name: IconName): TemplateResult => html`${templates.get(name)}`;
