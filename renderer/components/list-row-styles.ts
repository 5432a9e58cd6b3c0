import { css } from 'lit';

export const listRowStyles = css`
  :host {
    display: block;
    position: relative;
    margin: 0 6px;
    padding: 10px 16px 12px;
    border-radius: var(--radius-card);
  }
  :host(:hover) {
    background: var(--surface-hover);
  }
  :host([is-selected]) {
    background: var(--surface-selected);
  }
  :host(:focus-visible) {
    outline: 2px solid var(--focus);
    outline-offset: -2px;
  }
  :host([has-line])::after {
    content: '';
    position: absolute;
    inset: auto 16px 0;
    border-bottom: 1px solid var(--line);
  }
  :host([has-line]:hover)::after,
  :host([has-line]:focus-visible)::after {
    border-color: transparent;
  }
  :host([is-open]) {
    box-shadow: inset 2px 0 var(--line-strong);
  }
  .row {
    display: flex;
    gap: var(--space-3);
  }
  .text {
    flex: 1;
    min-width: 0;
  }
  .picture {
    flex: none;
    align-self: flex-start;
    width: 72px;
    height: 72px;
    margin-top: 3px;
    border-radius: var(--radius);
    background: var(--skeleton);
    object-fit: cover;
  }
  .dot {
    position: absolute;
    top: 17px;
    left: 4px;
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: var(--seal);
  }
  .title,
  .excerpt {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .title {
    font-size: var(--size-title);
    font-weight: var(--weight-strong);
    line-height: 1.42;
    color: var(--ink);
  }
  .is-read .title {
    font-weight: var(--weight-medium);
    color: var(--ink-second);
  }
  :host([is-selected]) .is-read .title {
    color: var(--ink);
  }
  .excerpt {
    margin-top: 2px;
    font-size: var(--size-excerpt);
    line-height: 1.52;
    color: var(--ink-second);
  }
  .is-read .excerpt {
    color: var(--ink-third);
  }
  .meta {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    margin-top: 4px;
    font-size: var(--size-meta);
    line-height: 18px;
    color: var(--ink-third);
    font-variant-numeric: tabular-nums;
  }
  .facts {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .badge {
    flex: none;
    display: inline-grid;
    color: var(--ink-third);
  }
  .badge svg {
    width: 13px;
    height: 13px;
  }
  .badge.is-yours {
    color: var(--seal);
  }
  .badge.is-yours svg {
    fill: currentColor;
  }
  mark {
    border-radius: 2px;
    background: var(--mark);
    color: var(--ink);
  }
  :host([density='compact']) {
    padding: 6px 16px;
    border-radius: var(--radius);
  }
  :host([density='compact']) .dot {
    top: 13px;
  }
  :host([density='compact']) .text {
    display: flex;
    align-items: baseline;
    gap: var(--space-3);
  }
  :host([density='compact']) .title {
    display: block;
    flex: 1;
    min-width: 0;
    font-size: var(--size-text);
    line-height: 20px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  :host([density='compact']) .meta {
    flex: 0 1 auto;
    max-width: 42%;
    min-width: 0;
    margin-top: 0;
  }
  :host([density='compact']) .badge {
    align-self: center;
  }
  @media (forced-colors: active) {
    :host([is-selected]) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .dot {
      background: Highlight;
    }
    mark {
      background: Mark;
      color: MarkText;
    }
  }
`;
