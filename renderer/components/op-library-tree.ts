import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ArchiveSummary, LibraryOverview, ListScope } from '#preload/contract/library-types.ts';
import type { TagCount } from '#preload/contract/tag-types.ts';
import type { SavedSearch } from '#preload/contract/search-types.ts';
import { BranchToggledEvent } from '#renderer/events/branch-toggled-event.ts';
import { PaneRequestedEvent } from '#renderer/events/pane-requested-event.ts';
import { QueryChangedEvent } from '#renderer/events/query-changed-event.ts';
import { ScopeChosenEvent } from '#renderer/events/scope-chosen-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { createTypingFinder } from '#renderer/state/find-by-typing.ts';
import { handbookOrigin } from '#renderer/state/library-context.ts';
import { treeNodes, type TreeNode } from '#renderer/state/library-tree.ts';
import { scopeKey } from '#renderer/state/list-row.ts';
import { base } from '#renderer/styles/shared.ts';
import { icon, type IconName } from './icons.ts';
import { libraryTreeStyles } from './library-tree-styles.ts';
import type { MenuPlace } from './menu-place.ts';
import './op-archive-menu.ts';
import type { OpArchiveMenu } from './op-archive-menu.ts';
import './op-saved-search-menu.ts';
import type { OpSavedSearchMenu } from './op-saved-search-menu.ts';
import './op-tag-menu.ts';
import type { OpTagMenu } from './op-tag-menu.ts';

const kindIcons: Readonly<Partial<Record<TreeNode['kind'], IconName>>> = {
  all: 'library',
  unread: 'circleDot',
  bookmarked: 'bookmark',
  history: 'history',
  removed: 'archiveX',
  source: 'newspaper',
  topic: 'hash',
  tag: 'tag',
  saved: 'search',
};
const isLetter = ({ key, shiftKey }: KeyboardEvent): boolean => !shiftKey && /^[\p{L}\p{N}]$/u.test(key);

/** The library as one tree: lists of its own, archives with their sections, sources, dates, topics and saved searches. */
@customElement('op-library-tree')
export class OpLibraryTree extends LitElement {
  static override styles = [base, libraryTreeStyles];

  @property({ attribute: false }) overview: LibraryOverview | null = null;
  /** null while a search is shown: it belongs to no line of the tree. */
  @property({ attribute: false }) scope: ListScope | null = null;
  @property({ attribute: false }) saved: readonly SavedSearch[] = [];
  @property({ attribute: false }) tags: readonly TagCount[] = [];
  /** The search that is shown; empty for none. */
  @property({ attribute: false }) searchText = '';
  /** Keys of the lines that are not as they are at the start. */
  @property({ attribute: false }) toggled: ReadonlySet<string> = new Set();

  @state() private activeKey = 'all';
  @query('op-archive-menu') private readonly menu!: OpArchiveMenu | null;
  @query('op-saved-search-menu') private readonly savedMenu!: OpSavedSearchMenu | null;
  @query('op-tag-menu') private readonly tagMenu!: OpTagMenu | null;

  private readonly locale = new LocaleController(this);
  private readonly findByTyping = createTypingFinder();
  private isFocusDue = false;
  /** Letters find names where the tree was come to by keys; after a click they keep their meaning for the whole window. */
  private isWalked = true;

  override focus(): void {
    this.isFocusDue = true;
    this.requestUpdate();
  }

  override render(): TemplateResult | typeof nothing {
    const nodes = this.nodes();
    const tabKey = nodes.some((node) => node.key === this.activeKey) ? this.activeKey : 'all';
    return html`
      <div
        role="tree"
        aria-label=${this.locale.words.library.label}
        @keydown=${this.handleKey}
        @pointerdown=${this.handlePress}
        @focusin=${this.handleFocus}
      >
        ${repeat(
          nodes,
          (node) => node.key,
          (node) => this.renderNode(node, node.key === tabKey),
        )}
      </div>
      <op-archive-menu></op-archive-menu>
      <op-saved-search-menu></op-saved-search-menu>
      <op-tag-menu></op-tag-menu>
    `;
  }

  private isSelected({ scope, search, key }: TreeNode): boolean {
    if (search) return search.query === this.searchText.trim();
    return this.scope !== null && scope !== null && scopeKey(this.scope) === key;
  }

  /** Nothing is said of nothing. */
  private countOf({ count, search }: TreeNode): string | null {
    const { number, messages } = this.locale.current;
    if (search) return messages.search.saved.count(search.total, search.isTotalExact);
    return count === null || count === 0 ? null : number(count);
  }

  private renderNode(node: TreeNode, isTabStop: boolean): TemplateResult {
    const { words } = this.locale.current;
    const count = this.countOf(node);
    return html`
      <div
        class="node ${node.kind} level-${Math.min(node.level, 4)}"
        role="treeitem"
        data-key=${node.key}
        tabindex=${isTabStop ? 0 : -1}
        title=${node.label}
        aria-level=${node.level}
        aria-posinset=${node.position}
        aria-setsize=${node.setSize}
        aria-selected=${this.isSelected(node) ? 'true' : 'false'}
        aria-expanded=${node.isOpen === null ? nothing : node.isOpen ? 'true' : 'false'}
        aria-haspopup=${this.hasMenu(node) ? 'menu' : nothing}
        @click=${() => this.choose(node)}
        @contextmenu=${(event: MouseEvent) => this.handleContextMenu(event, node)}
      >
        ${node.kind === 'heading' ? nothing : this.renderSign(node)}
        <span class="label">${node.label}</span>
        ${node.kind === 'heading' ? this.renderSign(node) : nothing}
        ${
          node.hasFailed
            ? html`<span
                class="failed"
                role="img"
                aria-label=${words.library.failed(node.label)}
                title=${words.library.failed(node.label)}
                >${icon('alert')}</span
              >`
            : nothing
        }
        ${count === null ? nothing : html`<span class="count">${count}</span>`} ${this.renderMore(node)}
      </div>
    `;
  }

  /** Not a stop of its own for the Tab key: with the keyboard the menu opens from the line itself. */
  private renderMore(node: TreeNode): TemplateResult | typeof nothing {
    if (!this.hasMenu(node)) return nothing;
    const { places, search, tags } = this.locale.current.messages;
    const own = node.kind === 'tag' ? tags.menuLabel : places.menu.open;
    const label = (node.search ? search.saved.menuLabel : own)(node.label);
    return html`<button
      class="more"
      type="button"
      tabindex="-1"
      aria-haspopup="menu"
      aria-label=${label}
      title=${label}
      @click=${(event: Event) => this.handleMore(event, node)}
    >
      ${icon('ellipsis')}
    </button>`;
  }

  private renderSign(node: TreeNode): TemplateResult | typeof nothing {
    if (node.isOpen !== null) {
      return html`<span
        class="sign twisty ${node.isOpen ? 'is-open' : ''}"
        @click=${(event: Event) => this.handleTwisty(event, node)}
        >${icon('chevronRight')}</span
      >`;
    }
    const name = kindIcons[node.kind];
    if (name) return html`<span class="sign">${icon(name)}</span>`;
    return node.level > 2 ? nothing : html`<span class="sign"></span>`;
  }

  protected override updated(): void {
    if (!this.isFocusDue) return;
    this.isFocusDue = false;
    this.renderRoot.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus();
  }

  private nodes(): readonly TreeNode[] {
    const { words, messages } = this.locale.current;
    const own = { saved: messages.search.saved.heading, tags: messages.tags.heading };
    return this.overview ? treeNodes(this.overview, { ...words.library, ...own }, this.toggled, this) : [];
  }

  private handleTwisty(event: Event, node: TreeNode): void {
    event.stopPropagation();
    this.activeKey = node.key;
    this.toggle(node);
  }

  /** The archive that a line stands for, if it has a menu: the handbook comes with the application and has none. */
  private archiveOf({ scope }: TreeNode): ArchiveSummary | null {
    if (scope?.kind !== 'archive') return null;
    const archive = this.overview?.archives.find((one) => one.id === scope.archiveId);
    return archive && archive.origin !== handbookOrigin ? archive : null;
  }

  private hasMenu(node: TreeNode): boolean {
    return node.search !== null || node.kind === 'tag' || this.archiveOf(node) !== null;
  }

  /** Where the pointer is; under the line where a key asked for it. */
  private handleContextMenu(event: MouseEvent, node: TreeNode): void {
    event.preventDefault();
    const isPointer = event.button === 2;
    this.openMenu(node, isPointer ? { leftPx: event.clientX, topPx: event.clientY } : null);
  }

  private handleMore(event: Event, node: TreeNode): void {
    event.stopPropagation();
    this.openMenu(node, null);
  }

  private openMenu(node: TreeNode, place: MenuPlace | null): void {
    const archive = this.archiveOf(node);
    const line = this.renderRoot.querySelector<HTMLElement>(`[data-key="${CSS.escape(node.key)}"]`);
    if (!line) return;
    const { left, bottom } = line.getBoundingClientRect();
    const under = place ?? { leftPx: left + 24, topPx: bottom };
    this.activeKey = node.key;
    if (archive) void this.menu?.open(archive, under, line);
    else if (node.scope?.kind === 'tag') void this.tagMenu?.open(node.scope.name, under, line);
    else if (node.search) void this.savedMenu?.open(node.search, under, line);
  }

  private choose(node: TreeNode): void {
    this.activeKey = node.key;
    if (node.search) this.dispatchEvent(new QueryChangedEvent(node.search.query, true));
    else if (node.scope) this.dispatchEvent(new ScopeChosenEvent(node.scope));
    else this.toggle(node);
  }

  private toggle(node: TreeNode): void {
    this.dispatchEvent(new BranchToggledEvent(node.key));
  }

  /** Also where something else than a key brought the focus: a screen reader. */
  private handleFocus({ target }: FocusEvent): void {
    const key = target instanceof HTMLElement ? target.dataset['key'] : undefined;
    if (key !== undefined) this.activeKey = key;
  }

  private handlePress(): void {
    this.isWalked = false;
  }

  private handleKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const nodes = this.nodes();
    const index = Math.max(
      0,
      nodes.findIndex((node) => node.key === this.activeKey),
    );
    const node = nodes[index];
    if (!node) return;
    const target = this.targetOf(event.key, nodes, index) ?? this.namedTarget(event, nodes, index);
    if (target) this.moveTo(target);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) this.openMenu(node, null);
    else if (event.key === 'Enter' || event.key === ' ') this.choose(node);
    else if (event.key === 'ArrowRight' && node.isOpen === false) this.toggle(node);
    else if (event.key === 'ArrowRight' && node.isOpen === null) this.dispatchEvent(new PaneRequestedEvent('list'));
    else if (event.key === 'ArrowLeft' && node.isOpen) this.toggle(node);
    else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
  }

  private targetOf(key: string, nodes: readonly TreeNode[], index: number): TreeNode | undefined {
    const node = nodes[index];
    if (key === 'ArrowDown') return nodes[index + 1];
    if (key === 'ArrowUp') return nodes[index - 1];
    if (key === 'Home') return nodes[0];
    if (key === 'End') return nodes.at(-1);
    if (key === 'ArrowRight' && node?.isOpen) return nodes[index + 1];
    if (key === 'ArrowLeft' && node && !node.isOpen && node.level > 1)
      return nodes.slice(0, index).findLast((other) => other.level < node.level);
    return undefined;
  }

  private namedTarget(event: KeyboardEvent, nodes: readonly TreeNode[], index: number): TreeNode | undefined {
    if (!this.isWalked || !isLetter(event)) return undefined;
    const labels = nodes.map(({ label }) => label);
    return nodes[this.findByTyping(event.key, event.timeStamp, labels, index) ?? -1];
  }

  private moveTo(node: TreeNode): void {
    this.isWalked = true;
    this.activeKey = node.key;
    this.isFocusDue = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-library-tree': OpLibraryTree;
  }
}
