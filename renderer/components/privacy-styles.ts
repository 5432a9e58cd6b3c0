import { css } from 'lit';

/** The list of those who were contacted, and the settings below it. */
export const privacyStyles = css`
  h3 {
    margin: 0 0 var(--space-2);
    font-size: var(--size-small);
    font-weight: var(--weight-strong);
  }
  ul {
    max-height: 14em;
    margin: 0;
    padding: 0;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface-list);
    list-style: none;
    font-variant-numeric: tabular-nums;
  }
  li {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 var(--space-3);
    padding: var(--space-2) var(--space-3);
    user-select: text;
  }
  li + li {
    border-top: 1px solid var(--line);
  }
  .host {
    overflow-wrap: anywhere;
    font-weight: var(--weight-medium);
  }
  .when,
  .facts,
  .hint {
    font-size: var(--size-small);
    color: var(--ink-third);
  }
  .facts {
    grid-column: 1 / -1;
  }
  dialog p.none {
    margin: 0;
    color: var(--ink);
  }
  dialog p.hint {
    margin: var(--space-1) 0 var(--space-4);
    color: var(--ink-third);
  }
  label {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: var(--row-height);
  }
  .key {
    justify-content: space-between;
  }
  input {
    margin: 0;
    accent-color: var(--ink);
  }
  select {
    height: 32px;
    padding: 0 var(--space-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface-paper);
    color: var(--ink);
    font: inherit;
  }
`;
