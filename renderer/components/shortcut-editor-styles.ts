import { css } from 'lit';

export const shortcutEditorStyles = css`
  :host {
    display: block;
  }
  h4 {
    margin: var(--space-4) 0 var(--space-1);
    font-size: var(--size-meta);
    font-weight: var(--weight-strong);
    color: var(--ink-third);
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto 24px;
    gap: var(--space-1) var(--space-2);
    align-items: center;
    min-height: 40px;
    padding: var(--space-1) 0;
    border-top: 1px solid var(--line);
  }
  .name {
    font-weight: 400;
  }
  .caps {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    align-items: center;
    gap: var(--space-1);
  }
  .cap {
    display: inline-flex;
    align-items: center;
    border: 1px solid transparent;
    border-radius: var(--radius);
  }
  .cap:hover,
  .cap:focus-within {
    border-color: var(--line-strong);
    background: var(--surface-hover);
  }
  .key {
    position: relative;
    min-height: 26px;
    padding: 0 var(--space-1);
    border: 0;
    border-radius: var(--radius);
    background: transparent;
  }
  .small {
    width: 24px;
    height: 24px;
  }
  .small svg {
    width: 13px;
    height: 13px;
  }
  .recorder {
    border-color: var(--focus);
  }
  .refusal {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    align-items: center;
    justify-content: flex-end;
    gap: var(--space-2);
    padding-bottom: var(--space-1);
  }
  .refusal p {
    flex: 1 1 200px;
    margin: 0;
    color: var(--ink);
  }
  @media (max-width: 640px) {
    li {
      grid-template-columns: minmax(0, 1fr) 24px;
    }
    .caps {
      grid-row: 2;
      grid-column: 1 / -1;
      justify-content: flex-start;
    }
  }
`;
