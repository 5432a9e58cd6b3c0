import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Messages } from '#preload/messages/catalogue.ts';
import '#renderer/components/op-separator.ts';
import type { PaneController } from '#renderer/controllers/pane-controller.ts';
import type { PaneResizedEvent } from '#renderer/events/pane-resized-event.ts';
import { paneLimits } from '#renderer/state/pane-layout.ts';

/** The line behind a pane, by which its width is changed. */
export const renderSeparator = (
  pane: 'library' | 'list',
  panes: PaneController,
  words: Messages['window']['panes'],
): TemplateResult => {
  const { min, max, start } = paneLimits[pane];
  return html`<op-separator
    .value=${pane === 'library' ? panes.widths.libraryPx : panes.widths.listPx}
    .min=${min}
    .max=${max}
    .start=${start}
    .label=${pane === 'library' ? words.resizeLibrary : words.resizeList}
    @op-pane-resized=${(event: PaneResizedEvent) => panes.resize(pane, event.widthPx, event.isFinal)}
  ></op-separator>`;
};
