import { css } from 'lit';

export const relatedMenuStyles = css`
  :host {
    display: block;
  }
  .opener {
    anchor-name: --related;
  }
  [popover] {
    position: fixed;
    position-anchor: --related;
    inset: auto;
    top: calc(anchor(bottom) + 4px);
    --width: min(380px, calc(100vw - 2 * var(--space-2)));
    right: clamp(var(--space-2), anchor(right), calc(100vw - var(--width) - var(--space-2)));
    width: var(--width);
    max-height: min(72vh, 640px);
    margin: 0;
    padding: var(--space-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-card);
    background: var(--surface-raised);
    color: var(--ink);
    overflow: hidden auto;
    overscroll-behavior: contain;
  }
  [popover]:focus {
    outline: none;
  }
  h2 {
    margin: 0;
    padding: var(--space-1) var(--space-2);
    font-size: var(--size-meta);
    font-weight: var(--weight-strong);
    color: var(--ink-third);
  }
  p {
    margin: 0;
    padding: var(--space-1) var(--space-2) var(--space-2);
    line-height: 1.5;
    color: var(--ink-second);
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li button {
    display: block;
    width: 100%;
    padding: 6px var(--space-2) 7px;
    border: 0;
    border-radius: var(--radius);
    background: transparent;
    text-align: start;
  }
  li button:hover {
    background: var(--surface-hover);
  }
  .title {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
    font-weight: var(--weight-strong);
    line-height: 1.45;
    color: var(--ink);
  }
  .is-read .title {
    font-weight: var(--weight-medium);
    color: var(--ink-second);
  }
  .meta {
    display: block;
    margin-top: 1px;
    font-size: var(--size-meta);
    font-variant-numeric: tabular-nums;
    line-height: 1.5;
    overflow-wrap: anywhere;
    color: var(--ink-third);
  }
  .reasons {
    color: var(--ink-second);
  }
  /* It is there in a moment: what is said for that long is only a flicker. */
  .waiting {
    animation: show 0s 400ms backwards;
  }
  @keyframes show {
    from {
      visibility: hidden;
    }
  }
`;
