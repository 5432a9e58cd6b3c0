import { ContextConsumer } from '@lit/context';
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ExportSelection } from '#preload/contract/export-types.ts';
import type { TagsOfArticles } from '#preload/contract/tag-types.ts';
import { maximumTagLength } from '#preload/contract/list-types.ts';
import '#renderer/components/op-question-dialog.ts';
import '#renderer/components/op-tag-editor.ts';
import '#renderer/components/op-tag-name-dialog.ts';
import { BridgeController } from '#renderer/controllers/bridge-controller.ts';
import type { DialogAnsweredEvent } from '#renderer/events/dialog-answered-event.ts';
import { DialogToggledEvent } from '#renderer/events/dialog-toggled-event.ts';
import { ScopeChosenEvent } from '#renderer/events/scope-chosen-event.ts';
import type { TagAction } from '#renderer/events/tag-action-event.ts';
import type { TagRenamedEvent } from '#renderer/events/tag-renamed-event.ts';
import type { TagsEditedEvent } from '#renderer/events/tags-edited-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { tagsContext } from '#renderer/state/tags-context.ts';
import { base } from '#renderer/styles/shared.ts';

/** What the window asks about the reader's tags, and what follows from the answers. */
@customElement('op-tags-view')
export class OpTagsView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  @state() private edited: TagsOfArticles | null = null;
  @state() private hasFailed = false;
  @state() private renamed: string | null = null;
  @state() private removed: string | null = null;

  private readonly bridge = new BridgeController(this);
  private readonly locale = new LocaleController(this);
  private readonly tags = new ContextConsumer(this, { context: tagsContext, subscribe: true });
  private selection: ExportSelection | null = null;
  private isShown = false;
  /** Changes are made one after the other, as they were wished. */
  private changing: Promise<void> = Promise.resolve();

  get isAnyOpen(): boolean {
    return this.edited !== null || this.renamed !== null || this.removed !== null;
  }

  /** For articles that are not there, or too many at once, nothing opens. */
  async edit(selection: ExportSelection): Promise<void> {
    const edited = await this.bridge.client.call('tags.ofArticles', { selection }).catch(() => null);
    if (!edited || edited.articles === 0 || this.isAnyOpen) return;
    this.hasFailed = false;
    this.selection = selection;
    this.edited = inOrder(edited);
  }

  /** `isShown`: its articles are what the list shows. */
  act(name: string, action: TagAction, isShown: boolean): void {
    this.isShown = isShown;
    if (action === 'rename') this.renamed = name;
    else this.removed = name;
  }

  protected override updated(changed: PropertyValues): void {
    if (['edited', 'renamed', 'removed'].some((name) => changed.has(name))) this.dispatchEvent(new DialogToggledEvent());
  }

  override render(): TemplateResult {
    const { tags: words } = this.locale.current.messages;
    const known = this.tags.value ?? [];
    const articles = known.find(({ name }) => name === this.removed)?.articles ?? 0;
    return html`
      <op-tag-editor
        .edited=${this.edited}
        .known=${known.map(({ name }) => name)}
        .longest=${maximumTagLength}
        .hasFailed=${this.hasFailed}
        @op-tags-edited=${this.handleEdit}
        @op-dialog-answered=${this.closeEditor}
      ></op-tag-editor>
      <op-tag-name-dialog
        .tag=${this.renamed}
        .longest=${maximumTagLength}
        .known=${known.map(({ name }) => name)}
        @op-tag-renamed=${(event: TagRenamedEvent) => void this.rename(event.name, event.to)}
        @op-dialog-answered=${this.closeName}
      ></op-tag-name-dialog>
      <op-question-dialog
        .isOpen=${this.removed !== null}
        .heading=${words.delete.title(this.removed ?? '')}
        .body=${words.delete.body(articles)}
        .confirmLabel=${words.delete.confirm}
        .cancelLabel=${words.cancel}
        @op-dialog-answered=${(event: DialogAnsweredEvent) => void this.drop(event.isConfirmed)}
      ></op-question-dialog>
    `;
  }

  private closeEditor(): void {
    this.edited = null;
  }

  private closeName(): void {
    this.renamed = null;
  }

  private handleEdit({ add, remove }: TagsEditedEvent): void {
    const { selection } = this;
    if (selection) this.changing = this.changing.then(() => this.change({ selection, add, remove }));
  }

  private async change(input: {
    readonly selection: ExportSelection;
    readonly add: readonly string[];
    readonly remove: readonly string[];
  }): Promise<void> {
    const edited = await this.bridge.client.call('tags.change', input).catch(() => null);
    this.hasFailed = edited === null;
    // It may have been closed meanwhile, or another article may be edited.
    if (edited && this.edited && this.selection === input.selection) this.edited = inOrder(edited, this.edited);
  }

  /** What could not be done is seen in the library, which stays as it is. */
  private async rename(name: string, to: string): Promise<void> {
    const tags = await this.bridge.client.call('tags.rename', { name, to }).catch(() => null);
    if (tags && this.isShown) this.dispatchEvent(new ScopeChosenEvent({ kind: 'tag', name: to }));
  }

  private async drop(isConfirmed: boolean): Promise<void> {
    const name = this.removed;
    this.removed = null;
    if (!isConfirmed || name === null) return;
    const tags = await this.bridge.client.call('tags.remove', { name }).catch(() => null);
    if (tags && this.isShown) this.dispatchEvent(new ScopeChosenEvent({ kind: 'all' }));
  }
}

/** Those that were there before stay where they are: what was set last is last. */
function inOrder(now: TagsOfArticles, before: TagsOfArticles | null = null): TagsOfArticles {
  const places = new Map(before?.tags.map(({ name }, at) => [name, at]));
  const placeOf = (name: string): number => places.get(name) ?? places.size;
  return { ...now, tags: now.tags.toSorted((one, other) => placeOf(one.name) - placeOf(other.name)) };
}

declare global {
  interface HTMLElementTagNameMap {
    'op-tags-view': OpTagsView;
  }
}
