import { ContextConsumer } from '@lit/context';
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ListScope } from '#preload/contract/library-types.ts';
import '#renderer/components/op-question-dialog.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';
import type { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { DialogToggledEvent } from '#renderer/events/dialog-toggled-event.ts';
import { ScopeChosenEvent } from '#renderer/events/scope-chosen-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { libraryContext } from '#renderer/state/library-context.ts';
import { scopeLabel } from '#renderer/state/library-tree.ts';
import { base } from '#renderer/styles/shared.ts';

/** What the list shows: a search where there is a text, else the scope. */
interface ShownList {
  readonly scope: ListScope;
  readonly searchText: string;
}

type Question =
  | { readonly kind: 'remove'; readonly archiveId: string }
  | { readonly kind: 'mark-all'; readonly list: ShownList }
  | { readonly kind: 'clear-history' };

interface QuestionWords {
  readonly title: string;
  readonly body: string;
  readonly confirm: string;
  readonly cancel: string;
}

const noWords: QuestionWords = { title: '', body: '', confirm: '', cancel: '' };

/** What is asked before many articles are changed at once, or something goes; and what follows from a yes. */
@customElement('op-questions-view')
export class OpQuestionsView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  @state() private question: Question | null = null;

  private readonly bridge = new BridgeController(this);
  private readonly locale = new LocaleController(this);
  private readonly library = new ContextConsumer(this, { context: libraryContext, subscribe: true });
  /** When the last list was marked as read, which takes it back; null where there is nothing to take back. */
  private markedAtMs: number | null = null;

  get isAnyOpen(): boolean {
    return this.question !== null;
  }

  askToRemove(archiveId: string): void {
    this.question = { kind: 'remove', archiveId };
  }

  askToMarkAll({ scope, searchText }: ShownList): void {
    this.question = { kind: 'mark-all', list: { scope, searchText: searchText.trim() } };
  }

  askToClearHistory(): void {
    this.question = { kind: 'clear-history' };
  }

  unmarkAll(): void {
    const atMs = this.markedAtMs;
    this.markedAtMs = null;
    if (atMs !== null) this.bridge.client.call('articles.unmarkRead', { atMs }).catch(() => (this.markedAtMs = atMs));
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('question')) this.dispatchEvent(new DialogToggledEvent());
  }

  override render(): TemplateResult {
    const words = this.question ? this.wordsOf(this.question) : noWords;
    return html`<op-question-dialog
      .isOpen=${this.question !== null}
      .heading=${words.title}
      .body=${words.body}
      .confirmLabel=${words.confirm}
      .cancelLabel=${words.cancel}
      @op-dialog-answered=${(event: DialogAnsweredEvent) => this.take(event.isConfirmed)}
    ></op-question-dialog>`;
  }

  private wordsOf(question: Question): QuestionWords {
    const { words, messages } = this.locale.current;
    const overview = this.library.value?.overview;
    if (question.kind === 'remove') {
      const name = overview?.archives.find(({ id }) => id === question.archiveId)?.name ?? '';
      return { ...words.removeArchive, title: words.removeArchive.title(name) };
    }
    const { all, history, cancel } = messages.marks;
    if (question.kind === 'clear-history') return { ...history, cancel };
    const { scope, searchText } = question.list;
    const name = searchText === '' && overview ? (scopeLabel(overview, words.library, scope) ?? '') : searchText;
    return { ...all, title: all.title(name), cancel };
  }

  /** What could not be done is seen in the library, which stays as it is. */
  private take(isConfirmed: boolean): void {
    const { question } = this;
    this.question = null;
    if (!isConfirmed || !question) return;
    if (question.kind === 'clear-history') void this.bridge.client.call('history.clear', {}).catch(() => undefined);
    else if (question.kind === 'mark-all') void this.markAll(question.list);
    else void this.removeArchive(question.archiveId);
  }

  private async markAll({ scope, searchText }: ShownList): Promise<void> {
    const list = searchText === '' ? { scope } : { query: searchText };
    const marked = await this.bridge.client.call('articles.markAllRead', list).catch(() => null);
    if (marked && marked.articles > 0) this.markedAtMs = marked.atMs;
  }

  private async removeArchive(archiveId: string): Promise<void> {
    await this.bridge.client.call('archives.remove', { archiveId }).then(
      () => this.dispatchEvent(new ScopeChosenEvent({ kind: 'all' })),
      () => undefined,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-questions-view': OpQuestionsView;
  }
}
