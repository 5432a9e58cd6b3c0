import { css } from 'lit';

export const libraryTreeStyles = css`
  :host {
    display: block;
  }
  .node {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    height: var(--row-height);
    padding: 0 var(--space-2);
    border-radius: var(--radius);
    color: var(--ink);
    white-space: nowrap;
    cursor: default;
    user-select: none;
  }
  .node:hover {
    background: var(--surface-hover);
  }
  .node[aria-selected='true'] {
    background: var(--surface-selected);
    font-weight: var(--weight-medium);
  }
  .heading {
    gap: var(--space-1);
    margin-top: var(--space-3);
    font-size: var(--size-meta);
    font-weight: var(--weight-strong);
    color: var(--ink-third);
  }
  .heading .label {
    flex: initial;
  }
  .heading .sign {
    color: var(--ink-third);
  }
  .level-3 {
    padding-left: 44px;
  }
  .level-4 {
    padding-left: 56px;
  }
  .rest {
    color: var(--ink-third);
    font-size: var(--size-small);
  }
  .group {
    padding-left: 24px;
    color: var(--ink-third);
    font-size: var(--size-small);
  }
  .group .sign,
  .heading .sign {
    width: 12px;
  }
  .group .sign svg,
  .heading .sign svg {
    width: 12px;
    height: 12px;
  }
  .archive {
    font-weight: var(--weight-medium);
  }
  .sign {
    flex: none;
    display: grid;
    place-items: center;
    width: 16px;
    height: 100%;
    color: var(--ink-second);
  }
  .twisty svg {
    transition: transform var(--quick) var(--ease);
  }
  .twisty.is-open svg {
    transform: rotate(90deg);
  }
  .label {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .failed {
    flex: none;
    display: grid;
    color: var(--ink-second);
  }
  .failed svg {
    width: 14px;
    height: 14px;
  }
  .count {
    flex: none;
    font-size: var(--size-small);
    font-weight: 400;
    color: var(--ink-third);
    font-variant-numeric: tabular-nums;
  }
  .more {
    display: none;
    flex: none;
    place-items: center;
    width: 24px;
    height: 24px;
    margin: 0 -4px 0 0;
    padding: 0;
    border: 0;
    border-radius: var(--radius-small);
    background: transparent;
    color: var(--ink-second);
  }
  .more:hover {
    background: var(--surface-press);
    color: var(--ink);
  }
  .node:hover .more,
  .node:focus-visible .more {
    display: grid;
  }
  .node:hover:has(.more) .count,
  .node:focus-visible:has(.more) .count {
    display: none;
  }
  @media (hover: none) {
    .more {
      display: grid;
    }
  }
  @media (forced-colors: active) {
    .node[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
