import type { ArchiveSummary, LibraryOverview } from '#preload/contract/library-types.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import { messagesFor } from '#preload/messages/catalogue.ts';
import { handbookOrigin } from '#renderer/state/library-context.ts';
import type { BridgeClient } from './bridge-client.ts';

interface HelpParts {
  readonly client: BridgeClient;
  overview(): LibraryOverview | null;
  language(): InterfaceLanguage;
  openArticle(id: string, anchor?: string | null): void;
}

/** null for a reader who removed it. */
export const handbookOf = (overview: LibraryOverview | null): ArchiveSummary | null =>
  overview?.archives.find(({ origin }) => origin === handbookOrigin) ?? null;

/** Opens what the handbook says about voices for reading aloud, in the reader's language. */
export const openVoicesHelp = async ({ client, overview, language, openArticle }: HelpParts): Promise<void> => {
  const handbook = handbookOf(overview());
  if (!handbook) return;
  const scope = { kind: 'archive', archiveId: handbook.id } as const;
  const { rows } = await client.call('articles.list', { scope, offset: 0, limit: 100 });
  const page = rows.find(({ path }) => path === `${language()}/reading.md`);
  if (!page) return;
  const { outline } = await client.call('articles.show', { id: page.id });
  const { handbookHeading } = messagesFor(language()).aloud;
  openArticle(page.id, outline.find(({ text }) => text === handbookHeading)?.anchor ?? null);
};
