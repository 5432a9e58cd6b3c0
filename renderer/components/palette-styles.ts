import { css } from 'lit';

export const paletteStyles = css`
  dialog {
    width: min(560px, calc(100vw - 32px));
    max-height: min(480px, calc(100vh - 96px));
    margin-top: min(96px, 12vh);
    padding: 0;
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  .field {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--space-2);
    height: var(--bar-height);
    padding: 0 var(--space-4);
    border-bottom: 1px solid var(--line);
    color: var(--ink-third);
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
    font-size: var(--size-heading);
  }
  input:focus-visible {
    outline: none;
  }
  .field:focus-within {
    box-shadow: inset 0 -1px var(--focus);
    border-color: var(--focus);
  }
  input::placeholder {
    color: var(--ink-third);
    opacity: 1;
  }
  #rows {
    flex: 1;
    min-height: 0;
    padding: var(--space-1);
    overflow: auto;
    scroll-padding: var(--space-1);
  }
  .row {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-4);
    min-height: 34px;
    padding: var(--space-1) var(--space-3);
    border-radius: var(--radius);
    cursor: default;
  }
  .row[aria-selected='true'] {
    background: var(--surface-selected);
  }
  .row[aria-disabled='true'] {
    color: var(--ink-third);
  }
  .row[aria-disabled='true'] .keys {
    opacity: 0.6;
  }
  .label {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  dialog p.none {
    margin: 0;
    padding: 0 var(--space-4) var(--space-4);
  }
  dialog p.none:empty {
    display: none;
  }
  @media (forced-colors: active) {
    .field:focus-within {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
