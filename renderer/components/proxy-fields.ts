import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Messages } from '#preload/messages/catalogue.ts';
import { isManual } from '#renderer/state/network-draft.ts';
import type { DraftProblem, NetworkDraft } from '#renderer/state/network-draft.ts';

interface ProxyFieldsInput {
  readonly words: Messages['network'];
  readonly draft: NetworkDraft;
  readonly missing: DraftProblem | 'origin' | null;
  /** Whether a password is encrypted when it is kept. */
  readonly isPasswordEncrypted: boolean;
}

/** The fields that the chosen kind of proxy needs. The name of each is that of the draft's field. */
export const renderProxyFields = (input: ProxyFieldsInput): TemplateResult | typeof nothing => {
  if (isManual(input.draft.kind)) return renderServer(input);
  return input.draft.kind === 'pac' ? renderScript(input) : nothing;
};

const renderServer = (input: ProxyFieldsInput): TemplateResult => html`${renderPlace(input)}${renderLogin(input)}`;

const renderPlace = ({ words, draft, missing }: ProxyFieldsInput): TemplateResult => html`
  <div class="server">
    <label>
      ${words.host}
      <input
        name="host"
        autocomplete="off"
        spellcheck="false"
        maxlength="253"
        .value=${draft.host}
        aria-invalid=${missing === 'host' ? 'true' : 'false'}
        aria-describedby="problem names"
      />
    </label>
    <label>
      ${words.port}
      <input
        name="port"
        autocomplete="off"
        inputmode="numeric"
        maxlength="5"
        .value=${draft.port}
        aria-invalid=${missing === 'port' ? 'true' : 'false'}
        aria-describedby="problem"
      />
    </label>
  </div>
  <p class="hint" id="names">${words.namesHint}</p>
`;

const renderLogin = ({ words, draft, isPasswordEncrypted }: ProxyFieldsInput): TemplateResult => html`
  <label>
    ${words.username}
    <input name="username" autocomplete="off" spellcheck="false" maxlength="255" .value=${draft.username} />
  </label>
  <label>
    ${words.password}
    <input
      name="password"
      type="password"
      autocomplete="off"
      maxlength="255"
      .value=${draft.password}
      aria-describedby="keeping"
    />
  </label>
  <p class="hint" id="keeping">${isPasswordEncrypted ? words.encrypted : words.notEncrypted}</p>
`;

const renderScript = ({ words, draft, missing }: ProxyFieldsInput): TemplateResult => html`
  <label>
    ${words.script}
    <input
      name="script"
      autocomplete="off"
      spellcheck="false"
      maxlength="1000"
      .value=${draft.script}
      aria-invalid=${missing === 'script' ? 'true' : 'false'}
      aria-describedby="problem script-hint"
    />
  </label>
  <p class="hint" id="script-hint">${words.scriptHint}</p>
`;
