import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BridgeClient } from '#renderer/app/bridge-client.ts';
import { marksOff, matchPlace } from '#renderer/state/frame-address.ts';
import type { Finding } from '#renderer/state/frame-address.ts';

/** So short that it feels like none; each text is a page to be made. */
const typingPauseMs = 60;

interface FindParts {
  client(): BridgeClient;
  /** To a place of the document that is shown. */
  goTo(place: string): void;
}

interface FoundArticle {
  readonly id: string;
  readonly version: number | null;
}

const nothing: Finding = { text: '', isLiteral: false };

/**
 * What is marked in the open article, and which match is the current one. Marks come from a search that led to the article, or
 * from what is looked for in the article itself; hiding them leaves the document, and the place in it, as they are.
 */
export class FindController implements ReactiveController {
  /** What the document was made with; its marks may be hidden. */
  finding: Finding = nothing;
  areMarksHidden = false;
  isBarOpen = false;
  /** What stands in the bar. */
  text = '';
  /** From 1. */
  current = 1;
  /** null while they are counted. */
  total: number | null = null;
  private readonly host: ReactiveControllerHost;
  private readonly parts: FindParts;
  private article: FoundArticle | null = null;
  private counting: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(host: ReactiveControllerHost, parts: FindParts) {
    this.host = host;
    this.parts = parts;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  get isMarking(): boolean {
    return this.finding.text !== '' && !this.areMarksHidden;
  }

  /** Where a document begins that is loaded now; null for where it would begin without marks. */
  get place(): string | null {
    if (this.finding.text === '') return null;
    return this.areMarksHidden ? marksOff : matchPlace(this.current);
  }

  /** Another article, another version of it, or the same one found by another search. */
  show(article: FoundArticle | null, search: string): void {
    this.stop();
    const isSameArticle = article?.id === this.article?.id && article?.version === this.article?.version;
    const isSame = isSameArticle && search !== '' && this.finding.text === search && !this.finding.isLiteral;
    this.article = article;
    this.isBarOpen = false;
    this.mark({ text: search, isLiteral: false });
    if (isSame) this.parts.goTo(matchPlace(1));
    if (search !== '') void this.count(this.finding);
  }

  /** The search that led here was cleared. */
  forget(): void {
    if (!this.finding.isLiteral) this.hide();
  }

  hide(): void {
    this.stop();
    this.total = null;
    if (this.isMarking) this.parts.goTo(marksOff);
    this.areMarksHidden = true;
    this.host.requestUpdate();
  }

  openBar(): void {
    this.isBarOpen = true;
    this.text = this.isMarking ? this.finding.text : this.text;
    if (!this.isMarking && this.text !== '') this.look(this.text);
    this.host.requestUpdate();
  }

  /** What a search marked stays marked; what was looked for in the article goes with the bar. */
  closeBar(): void {
    this.isBarOpen = false;
    if (this.finding.isLiteral || this.total === null) this.hide();
    this.host.requestUpdate();
  }

  type(text: string): void {
    this.stop();
    this.text = text;
    if (text.trim() === '') this.hide();
    else this.timer = setTimeout(() => this.look(text), typingPauseMs);
  }

  /** Round at both ends; the marks come back if they were hidden. */
  step(direction: 1 | -1): void {
    if (this.areMarksHidden || this.total === null || this.total === 0) {
      if (this.finding.text !== '' && this.areMarksHidden) this.look(this.finding.text);
      return;
    }
    this.current = ((this.current - 1 + direction + this.total) % this.total) + 1;
    this.parts.goTo(matchPlace(this.current));
    this.host.requestUpdate();
  }

  private look(text: string): void {
    this.stop();
    const isShown = this.finding.text === text && this.finding.isLiteral;
    void this.count({ text, isLiteral: true }).then((total) => {
      if (total === null) return;
      if (total === 0) this.hideButTell();
      else if (isShown) this.reveal();
      else this.mark({ text, isLiteral: true }, total);
    });
  }

  private hideButTell(): void {
    this.hide();
    this.total = 0;
  }

  private reveal(): void {
    this.areMarksHidden = false;
    this.parts.goTo(matchPlace(this.current));
    this.host.requestUpdate();
  }

  private mark(finding: Finding, total: number | null = null): void {
    this.finding = finding;
    this.areMarksHidden = false;
    this.current = 1;
    this.total = total;
    this.host.requestUpdate();
  }

  /** null where something else is looked for by now, or where it could not be counted. */
  private async count({ text, isLiteral }: Finding): Promise<number | null> {
    const { article } = this;
    if (!article) return null;
    const counting = new AbortController();
    this.counting = counting;
    const input = { id: article.id, find: text, isLiteral, version: article.version };
    const answer = await this.parts
      .client()
      .call('articles.countMarks', input, counting.signal)
      .catch(() => null);
    if (answer === null || this.counting !== counting) return null;
    this.counting = null;
    this.total = answer.marks;
    this.host.requestUpdate();
    return answer.marks;
  }

  private stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.counting?.abort();
    this.counting = null;
  }
}
