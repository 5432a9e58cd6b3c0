import { ContextConsumer } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { defaultSettings } from '#preload/contract/default-settings.ts';
import type { ListScope } from '#preload/contract/library-types.ts';
import type { Settings } from '#preload/contract/settings-types.ts';
import { icon } from '#renderer/components/icons.ts';
import '#renderer/components/op-failure-notice.ts';
import '#renderer/components/op-library-tree.ts';
import type { OpLibraryTree } from '#renderer/components/op-library-tree.ts';
import '#renderer/components/op-settings-menu.ts';
import { AddArchiveRequestedEvent } from '#renderer/events/add-archive-requested-event.ts';
import type { BranchToggledEvent } from '#renderer/events/branch-toggled-event.ts';
import { PaneRequestedEvent } from '#renderer/events/pane-requested-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { libraryContext } from '#renderer/state/library-context.ts';
import { savedSearchesContext } from '#renderer/state/saved-searches-context.ts';
import { tagsContext } from '#renderer/state/tags-context.ts';
import { keepToggledBranches, readToggledBranches, withToggled } from '#renderer/state/toggled-branches.ts';
import { base, buttons } from '#renderer/styles/shared.ts';

/** The left pane: the application's name, the library's tree, and the way to add to it. */
@customElement('op-library-view')
export class OpLibraryView extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-width: 0;
        background: var(--surface-side);
      }
      header {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        flex: none;
        height: var(--bar-height);
        padding: 0 6px 0 var(--space-4);
      }
      .seal {
        display: grid;
        place-items: center;
        flex: none;
        width: 20px;
        height: 20px;
        border-radius: var(--radius-small);
        background: var(--seal);
        color: var(--seal-ink);
        font: 600 13px / 1 var(--font-serif-hans);
        user-select: none;
      }
      h1 {
        flex: 1;
        margin: 0;
        font-size: var(--size-text);
        font-weight: var(--weight-strong);
      }
      nav {
        flex: 1;
        min-height: 0;
        padding: var(--space-1) var(--space-2) var(--space-4);
        overflow: hidden auto;
      }
      op-failure-notice {
        margin: var(--space-2);
      }
      footer {
        flex: none;
        padding: var(--space-2);
        border-top: 1px solid var(--line);
      }
      .add {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        width: 100%;
        height: 32px;
        padding: 0 var(--space-2);
        border: 0;
        border-radius: var(--radius);
        background: transparent;
        color: var(--ink-second);
        text-align: start;
      }
      .add:hover {
        background: var(--surface-hover);
        color: var(--ink);
      }
    `,
  ];

  /** null while a search is shown. */
  @property({ attribute: false }) scope: ListScope | null = null;
  /** The search that is shown; empty for none. */
  @property({ attribute: false }) searchText = '';
  @property({ attribute: false }) settings: Settings = defaultSettings;
  /** Where the list stands behind the library. */
  @property({ type: Boolean }) hasListButton = false;
  @state() private toggled = readToggledBranches(localStorage);
  @query('op-library-tree') private readonly tree!: OpLibraryTree | null;

  private readonly locale = new LocaleController(this);
  private readonly library = new ContextConsumer(this, { context: libraryContext, subscribe: true });
  private readonly saved = new ContextConsumer(this, { context: savedSearchesContext, subscribe: true });

  private readonly tags = new ContextConsumer(this, { context: tagsContext, subscribe: true });

  override focus(): void {
    this.tree?.focus();
  }

  override render(): TemplateResult {
    const { words } = this.locale;
    const library = this.library.value;
    return html`
      <header>
        <span class="seal" lang="zh-Hans" aria-hidden="true">抽</span>
        <h1>Offprint</h1>
        ${this.hasListButton ? this.renderListButton() : nothing}
        <op-settings-menu .settings=${this.settings}></op-settings-menu>
      </header>
      <nav aria-label=${words.library.label}>
        ${library?.failure ? html`<op-failure-notice .failure=${library.failure} hasStep></op-failure-notice>` : nothing}
        <op-library-tree
          .overview=${library?.overview ?? null}
          .scope=${this.scope}
          .saved=${this.saved.value ?? []}
          .tags=${this.tags.value ?? []}
          .searchText=${this.searchText}
          .toggled=${this.toggled}
          @op-branch-toggled=${this.handleToggle}
        ></op-library-tree>
      </nav>
      <footer>
        <button class="add" type="button" @click=${this.addArchive}>${icon('plus')}${words.library.addArchive}</button>
      </footer>
    `;
  }

  private renderListButton(): TemplateResult {
    const label = this.locale.words.library.showList;
    return html`<button
      class="icon-button"
      type="button"
      aria-label=${label}
      title=${label}
      @click=${() => this.dispatchEvent(new PaneRequestedEvent('list'))}
    >
      ${icon('panelLeft')}
    </button>`;
  }

  private handleToggle(event: BranchToggledEvent): void {
    this.toggled = withToggled(this.toggled, event.key);
    keepToggledBranches(localStorage, this.toggled);
  }

  private addArchive(): void {
    this.dispatchEvent(new AddArchiveRequestedEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-library-view': OpLibraryView;
  }
}
