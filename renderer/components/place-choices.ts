import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Messages } from '#preload/messages/catalogue.ts';
import { PlaceRequestedEvent } from '#renderer/events/place-requested-event.ts';

/** The ways to a file or folder of this machine, beside the field for an address. */
export const renderPlaceChoices = (words: Messages['places']['choose'], isBusy: boolean): TemplateResult => {
  const ask =
    (kind: 'file' | 'folder') =>
    (event: Event): void =>
      void event.currentTarget?.dispatchEvent(new PlaceRequestedEvent(kind));
  return html`<div class="choices">
    <button class="button" type="button" ?disabled=${isBusy} @click=${ask('file')}>${words.file}</button>
    <button class="button" type="button" ?disabled=${isBusy} @click=${ask('folder')}>${words.folder}</button>
  </div>`;
};
