import { css } from 'lit';

/** What every element of ours starts from: box model, hidden attribute, visible focus, fonts by language. */
export const base = css`
  :host {
    box-sizing: border-box;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  [hidden] {
    display: none !important;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: -2px;
  }
  [lang|='zh-Hans'],
  [lang='zh'],
  [lang='zh-CN'] {
    font-family: var(--font-hans);
  }
  [lang|='zh-Hant'],
  [lang='zh-TW'],
  [lang='zh-HK'] {
    font-family: var(--font-hant);
  }
  * {
    scrollbar-width: thin;
    scrollbar-color: var(--line-strong) transparent;
  }
  /* The system takes every background away: what is chosen is framed, and the focus is a second line within. */
  @media (forced-colors: active) {
    [aria-selected='true'],
    [aria-current],
    [aria-pressed='true'],
    .is-chosen,
    .is-on {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    :focus-visible {
      outline: 3px double CanvasText;
    }
  }
  .for-reader-only {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

export const buttons = css`
  button {
    margin: 0;
    font: inherit;
    color: inherit;
    cursor: default;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-height: 32px;
    padding: 0 var(--space-3);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface-raised);
    color: var(--ink);
    font-weight: var(--weight-medium);
    white-space: nowrap;
    transition: background var(--quick) var(--ease);
  }
  .button:hover {
    background: var(--surface-hover);
  }
  .button:active {
    background: var(--surface-press);
  }
  .button:focus-visible {
    outline-offset: 2px;
  }
  .button.primary {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--ink-reverse);
  }
  .button.primary:hover {
    background: var(--ink-second);
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    opacity: 0.55;
  }
  .icon-button {
    display: inline-grid;
    place-items: center;
    flex: none;
    width: 32px;
    height: 32px;
    padding: 0;
    border: 0;
    border-radius: var(--radius);
    background: transparent;
    color: var(--ink-second);
    transition: background var(--quick) var(--ease);
  }
  .icon-button:hover {
    background: var(--surface-hover);
    color: var(--ink);
  }
  .icon-button:active {
    background: var(--surface-press);
  }
  .icon-button:disabled {
    opacity: 0.45;
    background: transparent;
  }
  .icon-button.is-yours {
    color: var(--seal);
  }
`;

export const dialogs = css`
  dialog {
    width: min(440px, calc(100vw - 32px));
    max-height: calc(100vh - 48px);
    padding: var(--space-6);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-card);
    background: var(--surface-raised);
    color: var(--ink);
    font: inherit;
    overflow: auto;
  }
  dialog::backdrop {
    background: var(--backdrop);
  }
  dialog h2 {
    margin: 0 0 var(--space-2);
    font-size: var(--size-heading);
    font-weight: var(--weight-strong);
    line-height: 1.4;
    text-wrap: balance;
  }
  dialog p {
    margin: 0 0 var(--space-4);
    color: var(--ink-second);
    line-height: 1.6;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--space-2);
    margin-top: var(--space-6);
  }
  .actions .first {
    margin-right: auto;
  }
`;
