import { languageNames } from '#preload/messages/catalogue.ts';
import type { ArticleSummary, LibraryOverview, SectionSummary } from '#preload/contract/library-types.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import { handbookOrigin } from '#renderer/state/library-context.ts';
import type { BridgeClient } from './bridge-client.ts';

/** As long as the library holds nothing but the handbook, the reader is new here. */
export const isNewReader = (overview: LibraryOverview): boolean =>
  overview.archives.length > 0 && overview.archives.every((archive) => archive.origin === handbookOrigin);

/** The part of the handbook in the reader's language: its front page calls each part as the language calls itself. */
export const handbookSection = (overview: LibraryOverview, language: InterfaceLanguage): SectionSummary | undefined =>
  overview.sections.find(({ name }) => name === languageNames[language]);

const isWelcome = (article: ArticleSummary): boolean => /welcome[^/]*$/iu.test(article.path);
const isIn = (article: ArticleSummary, language: InterfaceLanguage): boolean =>
  article.language === language || article.titleLanguage === language;

/** The welcome page in the reader's language, or else the nearest thing to it; null if the handbook is empty. */
export const findWelcomePage = (articles: readonly ArticleSummary[], language: InterfaceLanguage): ArticleSummary | null => {
  const spoken = articles.filter((article) => isIn(article, language));
  return spoken.find(isWelcome) ?? articles.find(isWelcome) ?? spoken[0] ?? articles[0] ?? null;
};

export const fetchWelcomePage = async (client: BridgeClient, language: InterfaceLanguage): Promise<ArticleSummary | null> => {
  const { rows } = await client.call('articles.list', { scope: { kind: 'all' }, offset: 0, limit: 100 });
  return findWelcomePage(rows, language);
};
