import { css } from 'lit';

/** Fields of a dialog, each under its label. */
export const formStyles = css`
  label {
    display: block;
    margin-top: var(--space-3);
    font-weight: var(--weight-medium);
  }
  input,
  textarea {
    display: block;
    box-sizing: border-box;
    width: 100%;
    height: 34px;
    margin-top: var(--space-1);
    padding: 0 var(--space-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface-paper);
    color: var(--ink);
    font: inherit;
    font-weight: 400;
  }
  textarea {
    height: auto;
    min-height: 76px;
    padding: 6px var(--space-2);
    line-height: 1.6;
    resize: vertical;
    white-space: pre;
    overflow: auto;
  }
  input::placeholder {
    color: var(--ink-third);
    opacity: 1;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    margin-top: var(--space-2);
  }
  .hint {
    margin: var(--space-1) 0 0;
    font-size: var(--size-small);
    color: var(--ink-third);
  }
  details {
    margin-top: var(--space-3);
  }
  summary {
    width: fit-content;
    border-radius: var(--radius-small);
    color: var(--ink-second);
    cursor: default;
  }
  summary:focus-visible {
    outline-offset: 2px;
  }
  .notice {
    margin: 0 0 var(--space-3);
    padding: var(--space-2) var(--space-3);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    color: var(--ink);
    overflow-wrap: anywhere;
  }
  op-failure-notice,
  .problem {
    margin-top: var(--space-4);
  }
  .problem {
    color: var(--ink);
  }
`;
