import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from '#renderer/components/icons.ts';
import { PaneRequestedEvent } from '#renderer/events/pane-requested-event.ts';
import { SyncRequestedEvent } from '#renderer/events/sync-requested-event.ts';
import type { Locale } from '#renderer/i18n/locale.ts';

/** The way to the library where there is no room for it beside the list. */
export const renderLibraryButton = (words: Locale['words'], isWanted: boolean): TemplateResult | typeof nothing => {
  if (!isWanted) return nothing;
  const show = (event: Event): void => void event.currentTarget?.dispatchEvent(new PaneRequestedEvent('library'));
  const label = words.list.showLibrary;
  return html`<button class="icon-button" type="button" aria-label=${label} title=${label} @click=${show}>
    ${icon('panelLeft')}
  </button>`;
};

export const renderSyncButton = (words: Locale['words'], isSyncing: boolean): TemplateResult => {
  const label = isSyncing ? words.sync.running : words.sync.now;
  const start = (event: Event): void => void event.currentTarget?.dispatchEvent(new SyncRequestedEvent(null));
  return html`<button
    class="icon-button ${isSyncing ? 'is-turning' : ''}"
    type="button"
    aria-label=${label}
    title="${label} (F5)"
    aria-disabled=${isSyncing ? 'true' : 'false'}
    @click=${start}
  >
    ${icon('refresh')}
  </button>`;
};
