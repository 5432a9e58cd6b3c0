import { css } from 'lit';

export const listViewStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    background: var(--surface-list);
  }
  .bar {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    flex: none;
    height: var(--bar-height);
    padding: 0 var(--space-2) 0 var(--space-3);
    border-bottom: 1px solid var(--line);
  }
  .bar.has-library-button {
    padding-left: var(--space-2);
  }
  .is-turning svg {
    animation: turn 1.2s linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(360deg);
    }
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    flex: none;
    min-height: 44px;
    padding: var(--space-1) var(--space-2) 0 var(--space-4);
  }
  h2 {
    flex: 0 1 auto;
    min-width: 0;
    margin: 0;
    overflow: hidden;
    font-size: var(--size-heading);
    font-weight: var(--weight-strong);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .count {
    flex: 1 0 auto;
    color: var(--ink-third);
    font-variant-numeric: tabular-nums;
  }
  .sort {
    position: relative;
    flex: none;
    display: flex;
    align-items: center;
    color: var(--ink-second);
  }
  .sort svg {
    position: absolute;
    right: 8px;
    width: 14px;
    height: 14px;
    pointer-events: none;
  }
  select {
    height: 28px;
    padding: 0 28px 0 var(--space-2);
    appearance: none;
    field-sizing: content;
    border: 0;
    border-radius: var(--radius);
    background: transparent;
    color: var(--ink-second);
    font: inherit;
    font-size: var(--size-small);
  }
  select:hover {
    background: var(--surface-hover);
  }
  option {
    background: var(--surface-raised);
    color: var(--ink);
  }
  .save.is-yours svg {
    fill: currentColor;
  }
  .head .save {
    width: 28px;
    height: 28px;
    margin-right: -4px;
  }
  op-facets {
    flex: none;
    padding: 0 var(--space-2);
  }
  op-article-list {
    flex: 1;
    min-height: 0;
  }
  op-article-list.is-old {
    opacity: 0.5;
    transition: opacity var(--quick) 150ms;
  }
  op-empty-state {
    flex: 1;
  }
  op-failure-notice {
    flex: none;
    margin: var(--space-2) var(--space-3);
  }
  .offers {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: var(--space-2);
    margin-top: var(--space-2);
  }
  .offers .button {
    min-height: 28px;
    margin: 0;
  }
  .offers .button {
    max-width: 100%;
  }
  .offers .text {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .link {
    padding: 2px var(--space-1);
    border: 0;
    border-radius: var(--radius-small);
    background: transparent;
    color: var(--ink-second);
    text-decoration: underline;
    text-decoration-color: var(--line-strong);
    text-underline-offset: 3px;
  }
  .link:hover {
    color: var(--ink);
  }
  .offers .amount {
    color: var(--ink-third);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .skeleton {
    flex: 1;
    padding: 34px 22px;
    overflow: hidden;
    opacity: 0;
    animation: appear 0s 150ms forwards;
  }
  .skeleton i {
    display: block;
    height: 12px;
    margin-bottom: 10px;
    border-radius: var(--radius-small);
    background: var(--skeleton);
  }
  .skeleton i:nth-child(3n + 1) {
    width: 78%;
    height: 14px;
  }
  .skeleton i:nth-child(3n) {
    width: 56%;
    margin-bottom: 40px;
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .is-turning svg {
      animation: none;
      opacity: 0.5;
    }
  }
`;
