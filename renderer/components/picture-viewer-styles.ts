import { css } from 'lit';

/** The whole window, without a frame of its own: only the picture and what steers it. */
export const pictureViewerStyles = css`
  dialog {
    width: 100vw;
    height: 100vh;
    max-width: none;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: var(--surface-side);
    color: var(--ink);
    font: inherit;
    overflow: hidden;
  }
  dialog[open] {
    display: grid;
    grid-template-rows: var(--bar-height) minmax(0, 1fr) auto;
  }
  dialog:focus-visible {
    outline: none;
  }
  .bar {
    display: flex;
    align-items: center;
    gap: var(--space-1);
    padding: 0 var(--space-2) 0 var(--space-4);
    border-bottom: 1px solid var(--line);
  }
  .place {
    margin: 0 auto 0 0;
    color: var(--ink-second);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .scale {
    width: auto;
    min-width: 56px;
    padding: 0 var(--space-2);
    font-variant-numeric: tabular-nums;
  }
  .closing {
    margin-left: var(--space-3);
  }
  .icon-button[aria-disabled='true'] {
    opacity: 0.45;
    background: transparent;
  }
  .middle {
    position: relative;
    min-height: 0;
  }
  .stage {
    position: absolute;
    inset: 0;
    overflow: hidden;
    touch-action: none;
    user-select: none;
  }
  .stage.is-movable {
    cursor: grab;
  }
  .stage.is-movable:active {
    cursor: grabbing;
  }
  img {
    position: absolute;
    top: 50%;
    left: 50%;
    max-width: none;
    -webkit-user-drag: none;
  }
  img.is-step {
    transition: transform var(--quick) var(--ease);
  }
  .step {
    position: absolute;
    top: calc(50% - 20px);
    width: 40px;
    height: 40px;
    border: 1px solid var(--line-strong);
    border-radius: 50%;
    background: var(--surface-raised);
  }
  .step:hover {
    background: var(--surface-hover);
  }
  .step[aria-disabled='true'] {
    visibility: hidden;
  }
  .previous {
    left: var(--space-4);
  }
  .next {
    right: var(--space-4);
  }
  .caption {
    max-height: 24vh;
    margin: 0;
    padding: var(--space-3) var(--space-6);
    border-top: 1px solid var(--line);
    background: var(--surface-list);
    line-height: 1.6;
    text-align: center;
    text-wrap: pretty;
    overflow: hidden auto;
    overflow-wrap: anywhere;
    user-select: text;
  }
`;
