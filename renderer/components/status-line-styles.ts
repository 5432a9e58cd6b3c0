import { css } from 'lit';

export const statusLineStyles = css`
  :host {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    height: var(--status-height);
    padding: 0 var(--space-3);
    border-top: 1px solid var(--line);
    background: var(--surface-side);
    color: var(--ink-second);
    font-size: var(--size-small);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .dot {
    flex: none;
    width: 7px;
    height: 7px;
    margin: 0 2px;
    border-radius: 50%;
    background: var(--good);
  }
  .readable {
    flex: 0 1 auto;
    min-width: 0;
    margin-left: 2px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .result {
    flex: 1;
    display: flex;
    justify-content: flex-end;
    align-items: center;
    gap: var(--space-2);
    min-width: 0;
    margin-left: var(--space-4);
    color: var(--ink-third);
  }
  .stage,
  .failure span {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .failure {
    display: flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
    color: var(--ink);
  }
  .failure svg {
    flex: none;
    width: 14px;
    height: 14px;
  }
  .progress {
    position: relative;
    flex: none;
    width: 96px;
    height: 4px;
    border-radius: 2px;
    background: var(--track);
    overflow: hidden;
  }
  .progress > span {
    display: block;
    height: 100%;
    border-radius: 2px;
    background: var(--ink-second);
    transition: width var(--quick) linear;
  }
  .progress.is-open > span {
    width: 32%;
    animation: wander 1.4s var(--ease) infinite alternate;
  }
  @keyframes wander {
    from {
      transform: translateX(0);
    }
    to {
      transform: translateX(212%);
    }
  }
  .result > button {
    flex: none;
    height: 20px;
    border: 0;
    border-radius: var(--radius-small);
    background: transparent;
    color: var(--ink-second);
    cursor: default;
  }
  .result > button {
    display: grid;
    place-items: center;
    width: 22px;
    padding: 0;
  }
  .result > button svg {
    width: 14px;
    height: 14px;
  }
  .result > button:hover {
    background: var(--surface-press);
    color: var(--ink);
  }
  @media (max-width: 719px) {
    .progress {
      width: 56px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .progress.is-open > span {
      width: 100%;
      animation: none;
      opacity: 0.4;
    }
  }
  @media (forced-colors: active) {
    .progress > span,
    .dot {
      background: Highlight;
    }
  }
`;
