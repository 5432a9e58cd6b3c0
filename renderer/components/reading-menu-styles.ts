import { css } from 'lit';

export const readingMenuStyles = css`
  :host {
    display: block;
  }
  .opener {
    anchor-name: --reading;
  }
  [popover] {
    position: fixed;
    position-anchor: --reading;
    inset: auto;
    top: calc(anchor(bottom) + 4px);
    right: anchor(right);
    width: 292px;
    max-height: calc(100vh - 64px);
    margin: 0;
    padding: var(--space-3);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-card);
    background: var(--surface-raised);
    color: var(--ink);
    overflow: hidden auto;
  }
  fieldset {
    margin: 0 0 var(--space-3);
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0 0 var(--space-1);
    font-size: var(--size-meta);
    font-weight: var(--weight-strong);
    color: var(--ink-third);
  }
  .choices {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: 1fr;
    gap: var(--space-1);
  }
  .themes label,
  .fonts label {
    position: relative;
    display: grid;
  }
  .themes input,
  .fonts input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
  }
  .swatch,
  .fonts span {
    display: grid;
    place-items: center;
    min-height: 32px;
    padding: 0 var(--space-1);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    text-align: center;
  }
  .swatch {
    font-family: var(--font-serif-hans);
    font-size: var(--size-heading);
  }
  .swatch.light {
    background: #fdfcf9;
    color: #1f1d1a;
  }
  .swatch.sepia {
    background: #f6ecd6;
    color: #33291a;
  }
  .swatch.dark {
    background: #1b1a18;
    color: #e9e4da;
  }
  .swatch.black {
    background: #000000;
    color: #d2d0cc;
  }
  .swatch.contrast {
    background: light-dark(#ffffff, #000000);
    color: light-dark(#000000, #ffffff);
    font-weight: 700;
  }
  .swatch.system {
    background: linear-gradient(135deg, #fdfcf9 50%, #1b1a18 50%);
    color: transparent;
  }
  input:checked + .swatch,
  input:checked + span {
    border-color: var(--ink);
    box-shadow: inset 0 0 0 1px var(--ink);
  }
  @media (forced-colors: active) {
    .swatch {
      forced-color-adjust: none;
    }
    input:checked + .swatch,
    input:checked + span {
      outline: 2px solid Highlight;
    }
  }
  input:focus-visible + .swatch,
  input:focus-visible + span {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .measure {
    display: flex;
    align-items: center;
    gap: var(--space-1);
    min-height: 32px;
  }
  .measure .name {
    flex: 1;
  }
  .measure .icon-button[aria-disabled='true'] {
    opacity: 0.45;
  }
  .measure svg {
    width: 14px;
    height: 14px;
  }
  output {
    min-width: 36px;
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  .justified,
  .script {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 32px;
  }
  .justified input {
    margin: 0;
    accent-color: var(--ink);
  }
  .script {
    flex-wrap: wrap;
  }
  .script span {
    flex: 1 1 auto;
  }
  select {
    flex: 1 1 140px;
    height: 28px;
    padding: 0 var(--space-1);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface-paper);
    color: var(--ink);
    font: inherit;
  }
  .reset {
    width: 100%;
    min-height: 32px;
    margin-top: var(--space-2);
    border: 0;
    border-radius: var(--radius);
    background: transparent;
    color: var(--ink-second);
  }
  .reset:hover {
    background: var(--surface-hover);
  }
`;
