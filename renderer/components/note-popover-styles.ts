import { css } from 'lit';

/** A small sheet over the article, beside the mark. */
export const notePopoverStyles = css`
  [popover] {
    position: fixed;
    inset: auto;
    width: min(420px, calc(100vw - 2 * var(--space-2)));
    max-height: min(50vh, 360px);
    margin: 0;
    padding: 0;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-card);
    background: var(--surface-raised);
    color: var(--ink);
    font: inherit;
    overflow: hidden;
  }
  [popover]:popover-open {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
  }
  .text {
    padding: var(--space-3) var(--space-4) var(--space-2);
    font-size: var(--size-title);
    line-height: 1.65;
    overflow: hidden auto;
    overflow-wrap: anywhere;
    overscroll-behavior: contain;
    user-select: text;
  }
  .text p {
    margin: 0 0 var(--space-2);
    white-space: pre-line;
  }
  code {
    padding: 0.1em 0.3em;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--surface-list);
    font-size: 0.9em;
  }
  [role='link'] {
    text-decoration: underline;
    text-decoration-color: var(--seal);
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  [role='link']:hover {
    text-decoration-thickness: 2px;
  }
  [role='link']:focus-visible {
    outline-offset: 2px;
    border-radius: 2px;
  }
  .bar {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    padding: var(--space-1) var(--space-1) var(--space-1) var(--space-4);
    border-top: 1px solid var(--line);
  }
  h2 {
    flex: 1;
    min-width: 0;
    margin: 0;
    font-size: var(--size-small);
    font-weight: var(--weight-strong);
    color: var(--ink-third);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .going {
    min-height: 28px;
    border-color: transparent;
    background: transparent;
  }
`;
