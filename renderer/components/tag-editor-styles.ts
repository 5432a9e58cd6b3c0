import { css } from 'lit';

export const tagEditorStyles = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
    max-height: 30vh;
    margin: 0 0 var(--space-2);
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }
  .chips li {
    display: flex;
    align-items: center;
    max-width: 100%;
    min-height: 28px;
    padding-inline-start: var(--space-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface-hover);
  }
  .chips .is-some {
    border-style: dashed;
    background: transparent;
  }
  .name {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .some {
    flex: none;
    margin-inline-start: var(--space-1);
    color: var(--ink-second);
    font-size: var(--size-meta);
  }
  .chips button {
    display: grid;
    place-items: center;
    flex: none;
    width: 26px;
    height: 26px;
    padding: 0;
    border: 0;
    border-radius: var(--radius);
    background: transparent;
    color: var(--ink-second);
  }
  .chips button:hover {
    color: var(--ink);
  }
  [role='listbox'] {
    min-height: 0;
    margin: var(--space-1) 0 0;
    padding: 0;
  }
  [role='option'] {
    display: flex;
    align-items: center;
    min-height: var(--row-height);
    padding: 0 var(--space-2);
    border-radius: var(--radius);
    cursor: default;
  }
  [role='option']:hover,
  [role='option'][aria-selected='true'] {
    background: var(--surface-hover);
  }
  [role='option'][aria-selected='true'] {
    box-shadow: inset 0 0 0 1px var(--line-strong);
  }
  [role='status'] {
    min-height: 1.5em;
    margin: var(--space-2) 0 0;
    overflow-wrap: anywhere;
  }
`;
