import { css } from 'lit';

export const keyCapStyles = css`
  .keys {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 3px;
  }
  .then {
    padding: 0 3px;
    font-size: var(--size-meta);
    color: var(--ink-third);
  }
  kbd {
    display: inline-grid;
    place-items: center;
    min-width: 20px;
    height: 20px;
    padding: 0 5px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--surface-paper);
    color: var(--ink-second);
    font: inherit;
    font-size: var(--size-meta);
    font-variant-numeric: tabular-nums;
    line-height: 1;
  }
`;
