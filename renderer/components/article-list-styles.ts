import { css } from 'lit';

export const articleListStyles = css`
  :host {
    display: block;
    position: relative;
    overflow: hidden auto;
    overflow-anchor: none;
    contain: strict;
    scrollbar-width: thin;
    scrollbar-color: var(--line-strong) transparent;
  }
  .rows {
    position: relative;
    user-select: none;
  }
  .places {
    position: absolute;
    inset: 0 0 auto;
  }
  .place {
    position: absolute;
    inset: 0 0 auto;
    display: flow-root;
    contain: layout style;
  }
  .day {
    padding: 12px 16px 6px;
    font-size: var(--size-meta);
    font-weight: var(--weight-strong);
    line-height: 18px;
    color: var(--ink-third);
    font-variant-numeric: tabular-nums;
  }
  .blank {
    height: 112px;
    padding: 16px 22px;
  }
  :host([density='compact']) .blank {
    height: 32px;
    padding: 10px 22px;
  }
  :host([density='compact']) .blank i:not(:first-child) {
    display: none;
  }
  .blank i {
    display: block;
    height: 12px;
    margin-bottom: 10px;
    border-radius: var(--radius-small);
    background: var(--skeleton);
    opacity: 0;
    animation: appear 0s 150ms forwards;
  }
  .blank i:nth-child(1) {
    width: 78%;
    height: 14px;
  }
  .blank i:nth-child(3) {
    width: 56%;
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
`;
