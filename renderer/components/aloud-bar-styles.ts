import { css } from 'lit';

/** Of `op-aloud-bar`. */
export const aloudBarStyles = css`
  :host {
    display: block;
    flex: none;
    border-top: 1px solid var(--line);
    background: var(--surface-raised);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-1);
    min-height: var(--bar-height);
    padding: var(--space-1) var(--space-3);
  }
  .count {
    min-width: 4.5em;
    padding: 0 var(--space-2);
    color: var(--ink-second);
    font-size: var(--size-small);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  /* A line of its own, under all the rest. */
  .failure:not(:empty) {
    flex: 1 0 100%;
    order: 1;
    padding: 0 var(--space-2) var(--space-1);
    color: var(--ink);
    font-size: var(--size-small);
  }
  select {
    min-width: 0;
    height: 28px;
    padding: 0 var(--space-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface-raised);
    color: var(--ink);
    font: inherit;
    font-size: var(--size-small);
  }
  .speed {
    flex: none;
  }
  .voice {
    flex: 1 1 110px;
    max-width: 300px;
    text-overflow: ellipsis;
  }
  .bar > .icon-button:last-child {
    margin-left: auto;
  }
  p {
    flex: 1;
    min-width: 12em;
    margin: 0;
    padding: var(--space-1) var(--space-2);
    color: var(--ink);
    line-height: 1.5;
  }
`;
