import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { stageStates } from '#renderer/state/network-test.ts';
import type { NetworkTest, StageState } from '#renderer/state/network-test.ts';
import { base } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';
import './op-failure-notice.ts';

/** The stages on the way to an archive, one by one, and how the test of them ended. */
@customElement('op-network-stages')
export class OpNetworkStages extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      ol {
        margin: var(--space-3) 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 16px 1fr auto;
        align-items: center;
        gap: var(--space-2);
        min-height: var(--row-height);
        color: var(--ink-third);
      }
      li span:first-child {
        display: grid;
      }
      .passed,
      .failed,
      .running {
        color: var(--ink);
      }
      .passed svg {
        color: var(--good);
      }
      .failed svg {
        color: var(--seal);
      }
      p,
      op-failure-notice {
        margin: var(--space-3) 0 0;
      }
    `,
  ];

  @property({ attribute: false }) test: NetworkTest | null = null;

  private readonly locale = new LocaleController(this);

  override render(): TemplateResult | typeof nothing {
    const { test } = this;
    if (!test) return nothing;
    const words = this.locale.current.messages.network;
    return html`
      <ol aria-label=${words.test} aria-busy=${test.end === null ? 'true' : 'false'}>
        ${stageStates(test).map(
          ({ stage, state }) => html`
            <li class=${state}>
              <span aria-hidden="true">${stateIcon(state)}</span>
              <span>${words.stages[stage]}</span>
              <span>${words.states[state]}</span>
            </li>
          `,
        )}
      </ol>
      ${this.renderEnd(test)}
    `;
  }

  private renderEnd({ end }: NetworkTest): TemplateResult {
    const failure = end === null ? null : 'failure' in end ? end.failure : (end.failed?.failure ?? null);
    const words = this.locale.current.messages.network;
    return html`
      <p role="status" ?hidden=${end === null || failure !== null}>
        ${end !== null && 'milliseconds' in end && failure === null ? words.allWell(end.milliseconds) : nothing}
      </p>
      ${failure ? html`<op-failure-notice .failure=${failure}></op-failure-notice>` : nothing}
    `;
  }
}

const stateIcon = (state: StageState): TemplateResult | typeof nothing => {
  if (state === 'passed') return html`${icon('check')}`;
  return state === 'failed' ? html`${icon('alert')}` : nothing;
};

declare global {
  interface HTMLElementTagNameMap {
    'op-network-stages': OpNetworkStages;
  }
}
