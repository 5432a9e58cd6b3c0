import type { ReactiveController } from 'lit';
import type { LibraryOverview, ListScope } from '#preload/contract/library-types.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import type { BridgeClient } from './bridge-client.ts';
import { fetchWelcomePage, handbookSection, isNewReader } from './welcome-page.ts';

interface WelcomeParts {
  readonly client: BridgeClient;
  /** Until the settings are read the language is not known, and until the handbook has arrived there is no page to open. */
  readonly ready: Promise<unknown>;
  overview(): LibraryOverview | null;
  language(): InterfaceLanguage;
  isReading(): boolean;
  /** `scope`: the part of the handbook that the page belongs to. */
  open(id: string, scope: ListScope | null): void;
}

/** Opens the handbook's first page for a reader who is new here, once. */
export class WelcomeController implements ReactiveController {
  private readonly parts: WelcomeParts;
  private isDue = false;

  constructor(parts: WelcomeParts) {
    this.parts = parts;
  }

  hostConnected(): void {
    void this.parts.ready.then(() => {
      this.isDue = true;
      return this.welcome();
    });
  }

  hostUpdated(): void {
    void this.welcome();
  }

  private async welcome(): Promise<void> {
    const { parts } = this;
    const overview = parts.overview();
    if (!this.isDue || !overview || overview.counts.all === 0) return;
    this.isDue = false;
    if (parts.isReading() || !isNewReader(overview)) return;
    const page = await fetchWelcomePage(parts.client, parts.language()).catch(() => null);
    if (!page || parts.isReading()) return;
    const section = handbookSection(overview, parts.language());
    parts.open(page.id, section ? { kind: 'section', sectionId: section.id } : null);
  }
}
