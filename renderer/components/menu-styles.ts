import { css } from 'lit';

/** A menu in a popover: rows of buttons, headings and lines between them. */
export const menuStyles = css`
  [popover] {
    position: fixed;
    inset: auto;
    min-width: 200px;
    max-width: min(320px, calc(100vw - 16px));
    max-height: calc(100vh - 16px);
    margin: 0;
    padding: var(--space-1);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-card);
    background: var(--surface-raised);
    color: var(--ink);
    overflow: hidden auto;
  }
  [popover] button {
    display: flex;
    align-items: center;
    gap: var(--space-1);
    width: 100%;
    min-height: var(--row-height);
    padding: 0 var(--space-2);
    border: 0;
    border-radius: var(--radius);
    background: transparent;
    text-align: start;
  }
  [popover] button:hover,
  [popover] button:focus {
    background: var(--surface-hover);
  }
  [popover] button:disabled {
    background: transparent;
    color: var(--ink-third);
  }
  h2 {
    margin: 0;
    padding: var(--space-1) var(--space-2);
    font-size: var(--size-meta);
    font-weight: var(--weight-strong);
    color: var(--ink-third);
  }
  hr {
    margin: var(--space-1) var(--space-2);
    border: 0;
    border-top: 1px solid var(--line);
  }
  .tick {
    display: grid;
    flex: none;
    width: 20px;
  }
`;
