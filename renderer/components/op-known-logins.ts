import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { KnownLogin } from '#preload/contract/login-types.ts';
import { SignOutRequestedEvent } from '#renderer/events/sign-out-requested-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import { base, buttons } from '#renderer/styles/shared.ts';

/** The servers that the reader is signed in to; nothing where there are none. */
@customElement('op-known-logins')
export class OpKnownLogins extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      h3 {
        margin: var(--space-3) 0 0;
        color: var(--ink);
        font: inherit;
        font-weight: var(--weight-medium);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: center;
        gap: var(--space-2);
        margin-top: var(--space-1);
      }
      .server {
        overflow-wrap: anywhere;
        color: var(--ink);
      }
      .hint {
        display: block;
        font-size: var(--size-small);
        color: var(--ink-third);
      }
    `,
  ];

  @property({ attribute: false }) logins: readonly KnownLogin[] = [];

  private readonly locale = new LocaleController(this);

  override render(): TemplateResult | typeof nothing {
    if (this.logins.length === 0) return nothing;
    return html`
      <h3>${this.locale.current.messages.signIn.known}</h3>
      <ul>
        ${this.logins.map((login) => this.renderLogin(login))}
      </ul>
    `;
  }

  private renderLogin({ origin, userName, kept }: KnownLogin): TemplateResult {
    const words = this.locale.current.messages.signIn;
    const host = origin.replace(/^https:\/\//u, '');
    const lasting = { encrypted: '', memory: words.untilClosed, open: words.inAddress }[kept];
    const hint = [userName, lasting].filter((part) => part !== '').join(' · ');
    return html`
      <li>
        <span class="server">${host} <span class="hint">${hint}</span></span>
        <button class="button" type="button" aria-label=${words.forgetFrom(host)} @click=${() => this.forget(origin)}>
          ${words.forget}
        </button>
      </li>
    `;
  }

  private forget(origin: string): void {
    this.dispatchEvent(new SignOutRequestedEvent(origin));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'op-known-logins': OpKnownLogins;
  }
}
