import { css } from 'lit';

export const tabStripStyles = css`
  :host {
    display: block;
    contain: inline-size;
    border-bottom: 1px solid var(--line);
    background: var(--surface-list);
  }
  .strip {
    display: flex;
    gap: 2px;
    height: 36px;
    padding: 4px var(--space-2) 0;
    overflow: auto hidden;
    scrollbar-width: none;
  }
  .place {
    position: relative;
    display: flex;
    flex: 0 1 220px;
    align-items: center;
    min-width: 120px;
    border: 1px solid transparent;
    border-bottom: 0;
    border-radius: var(--radius) var(--radius) 0 0;
    color: var(--ink-second);
  }
  .place:not(.is-shown)::before {
    content: '';
    position: absolute;
    inset: 9px -2px 9px auto;
    border-right: 1px solid var(--line);
  }
  .place:has(+ .is-shown)::before,
  .place:last-child::before {
    display: none;
  }
  .place:hover {
    background: var(--surface-hover);
  }
  .place.is-shown {
    border-color: var(--line);
    background: var(--surface-paper);
    color: var(--ink);
  }
  .place.is-shown::after {
    content: '';
    position: absolute;
    inset: auto 0 -1px;
    height: 1px;
    background: var(--surface-paper);
  }
  .tab {
    flex: 1;
    min-width: 0;
    height: 100%;
    margin: 0;
    padding: 0 0 0 var(--space-3);
    border: 0;
    border-radius: inherit;
    background: transparent;
    color: inherit;
    font: inherit;
    text-align: start;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
    cursor: default;
  }
  .close {
    display: grid;
    flex: none;
    place-items: center;
    width: 22px;
    height: 22px;
    margin: 0 5px 0 var(--space-1);
    border-radius: var(--radius);
    color: var(--ink-third);
    opacity: 0;
  }
  .close svg {
    width: 13px;
    height: 13px;
  }
  .place:hover .close,
  .place.is-shown .close {
    opacity: 1;
  }
  .close:hover {
    background: var(--surface-press);
    color: var(--ink);
  }
  @media (forced-colors: active) {
    .place.is-shown {
      border-color: Highlight;
    }
  }
`;
