import { css } from 'lit';

export const exportStyles = css`
  dialog {
    width: min(520px, calc(100vw - 32px));
    scroll-padding-block: var(--space-4) 84px;
  }
  /* However much there is to choose, the way on stays in sight. */
  form .actions {
    position: sticky;
    bottom: calc(-1 * var(--space-6));
    z-index: 1;
    margin: var(--space-4) calc(-1 * var(--space-6)) calc(-1 * var(--space-6));
    padding: var(--space-3) var(--space-6) var(--space-6);
    background: var(--surface-raised);
    box-shadow: 0 calc(-1 * var(--space-2)) var(--space-2) var(--surface-raised);
  }
  select {
    box-sizing: border-box;
    display: block;
    width: 100%;
    height: 34px;
    margin-top: var(--space-1);
    padding: 0 var(--space-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface-paper);
    color: var(--ink);
    font: inherit;
    font-weight: 400;
    text-overflow: ellipsis;
  }
  .formats {
    display: flex;
    flex-wrap: wrap;
    margin-top: var(--space-1);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    overflow: hidden;
  }
  .formats label {
    position: relative;
    display: grid;
    flex: 1 0 auto;
    place-items: center;
    min-width: 72px;
    min-height: 32px;
    margin: 0;
    padding: 2px var(--space-2);
    font-weight: 400;
    text-align: center;
  }
  .formats label + label {
    border-inline-start: 1px solid var(--line);
  }
  .formats label:has(:checked) {
    background: var(--surface-selected);
    color: var(--ink);
    font-weight: var(--weight-medium);
  }
  @media (forced-colors: active) {
    .formats label:has(:checked) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  .formats label:has(:focus-visible) {
    outline: 2px solid var(--focus);
    outline-offset: -2px;
  }
  .formats input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
  }
  .caption {
    margin: var(--space-3) 0 0;
    color: var(--ink);
    font-weight: var(--weight-medium);
  }
  .row {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(120px, 1fr));
    gap: 0 var(--space-2);
  }
  .check {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    font-weight: 400;
  }
  .check input {
    flex: none;
    width: auto;
    height: auto;
    margin: 0;
    accent-color: var(--ink);
  }
  progress {
    display: block;
    width: 100%;
    height: 6px;
    margin-top: var(--space-3);
    border: 0;
    border-radius: var(--radius-small);
    background: var(--track);
    appearance: none;
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: var(--track);
  }
  progress::-webkit-progress-value {
    background: var(--ink-second);
  }
  .files,
  .failed {
    margin: var(--space-2) 0 0;
    padding: 0;
    max-height: 180px;
    overflow: auto;
    list-style: none;
  }
  .files li,
  .failed li {
    color: var(--ink);
    overflow-wrap: anywhere;
    user-select: text;
  }
  .failed li + li,
  .files li + li {
    margin-top: var(--space-1);
  }
  .files + p {
    margin: var(--space-4) 0 0;
  }
  .why {
    margin-inline-start: var(--space-2);
    color: var(--ink-third);
  }
`;
