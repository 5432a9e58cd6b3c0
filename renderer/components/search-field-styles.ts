import { css } from 'lit';

export const searchFieldStyles = css`
  :host {
    display: block;
    flex: 1;
    min-width: 0;
  }
  label {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    height: 28px;
    padding: 0 var(--space-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface-raised);
    color: var(--ink-third);
    anchor-name: --search;
  }
  label:focus-within {
    outline: 2px solid var(--focus);
    outline-offset: -1px;
  }
  svg {
    flex: none;
  }
  input {
    flex: 1;
    min-width: 0;
    height: 100%;
    padding: 0;
    border: 0;
    background: transparent;
    color: var(--ink);
    font: inherit;
    appearance: none;
  }
  input:focus-visible {
    outline: none;
  }
  input::placeholder {
    color: var(--ink-third);
    opacity: 1;
  }
  input::-webkit-search-cancel-button {
    display: none;
  }
  kbd {
    flex: none;
    font: inherit;
    font-size: var(--size-meta);
  }
  label .icon-button {
    width: 20px;
    height: 20px;
    margin-right: -4px;
  }
  .icon-button svg {
    width: 14px;
    height: 14px;
  }
  [popover] {
    position: fixed;
    position-anchor: --search;
    inset: auto;
    top: calc(anchor(bottom) + 4px);
    left: anchor(left);
    width: anchor-size(width);
    min-width: min(280px, calc(100vw - 16px));
    max-height: min(60vh, 420px);
    margin: 0;
    padding: var(--space-1);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-card);
    background: var(--surface-raised);
    color: var(--ink);
    overflow: hidden auto;
  }
  .option {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: var(--row-height);
    padding: 0 var(--space-2);
    border-radius: var(--radius);
    cursor: default;
    user-select: none;
  }
  .option:hover {
    background: var(--surface-hover);
  }
  .option.is-active {
    background: var(--surface-selected);
  }
  .option > .sign {
    display: grid;
    flex: none;
    color: var(--ink-third);
  }
  .option > .sign svg {
    width: 14px;
    height: 14px;
  }
  .option > .text {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .option mark {
    background: none;
    color: inherit;
    font-weight: var(--weight-strong);
  }
  .option.step {
    color: var(--ink-second);
  }
  .steps {
    margin-top: var(--space-1);
    padding-top: var(--space-1);
    border-top: 1px solid var(--line);
  }
  .steps:first-child {
    margin-top: 0;
    padding-top: 0;
    border-top: 0;
  }
  .forget {
    display: none;
    flex: none;
    place-items: center;
    width: 20px;
    height: 20px;
    margin-right: -4px;
    border-radius: var(--radius-small);
    color: var(--ink-third);
  }
  .forget:hover {
    background: var(--surface-press);
    color: var(--ink);
  }
  .forget svg {
    width: 14px;
    height: 14px;
  }
  .option:hover .forget,
  .option.is-active .forget {
    display: grid;
  }
  @media (forced-colors: active) {
    .option.is-active {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
