import { css } from 'lit';

/** Lines of the settings: what it is on the left, what it is set to on the right, and how it goes back. */
export const settingStyles = css`
  .line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 320px) 32px;
    gap: var(--space-1) var(--space-4);
    align-items: center;
    padding: var(--space-3) 0;
    border-top: 1px solid var(--line);
  }
  .name {
    font-weight: var(--weight-medium);
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  .hint {
    display: block;
    max-width: 56ch;
    margin-top: 2px;
    font-size: var(--size-small);
    font-weight: 400;
    line-height: 1.5;
    color: var(--ink-third);
    overflow-wrap: anywhere;
  }
  .control {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: var(--space-2);
    min-width: 0;
  }
  .line.wide {
    grid-template-columns: minmax(0, 1fr) 32px;
  }
  .line.wide .control {
    grid-row: 2;
    grid-column: 1 / -1;
  }
  select {
    flex: 1 1 150px;
    min-width: 0;
    text-overflow: ellipsis;
  }
  textarea {
    width: 100%;
  }
  select,
  textarea {
    min-height: 32px;
    padding: 0 var(--space-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface-paper);
    color: var(--ink);
    font: inherit;
  }
  textarea {
    min-height: 72px;
    padding: 6px var(--space-2);
    line-height: 1.6;
    resize: vertical;
    white-space: pre;
    overflow: auto;
  }
  input[type='checkbox'] {
    width: 18px;
    height: 18px;
    margin: 7px;
    accent-color: var(--ink);
  }
  input[type='range'] {
    flex: 1;
    min-width: 80px;
    height: 32px;
    margin: 0;
    accent-color: var(--ink);
  }
  output {
    min-width: 3ch;
    text-align: end;
    font-variant-numeric: tabular-nums;
    color: var(--ink-second);
  }
  .value {
    width: 100%;
    text-align: end;
    color: var(--ink-second);
    overflow-wrap: anywhere;
    user-select: text;
  }
  .problem {
    flex-basis: 100%;
    margin: 0;
    color: var(--ink);
    font-size: var(--size-small);
  }
  .reset[data-idle] {
    visibility: hidden;
  }
  @media (max-width: 640px) {
    .line {
      grid-template-columns: minmax(0, 1fr) 32px;
    }
    .line .control {
      grid-row: 2;
      grid-column: 1 / -1;
      justify-content: flex-start;
    }
    .line.toggle .control {
      grid-row: 1;
      grid-column: 2;
    }
    .line.toggle {
      grid-template-columns: minmax(0, 1fr) 32px 32px;
    }
    .value {
      text-align: start;
    }
  }
`;
