import { css } from 'lit';

export const settingsPageStyles = css`
  dialog {
    width: min(940px, calc(100vw - 48px));
    max-width: none;
    height: min(720px, calc(100vh - 48px));
    max-height: none;
    padding: 0;
    background: var(--surface-paper);
    overflow: hidden;
  }
  dialog[open] {
    display: grid;
    grid-template: 'header header' auto 'nav content' minmax(0, 1fr) / 208px minmax(0, 1fr);
  }
  header {
    display: flex;
    grid-area: header;
    align-items: center;
    gap: var(--space-4);
    padding: var(--space-2) var(--space-2) var(--space-2) var(--space-6);
    border-bottom: 1px solid var(--line);
    background: var(--surface-list);
  }
  dialog header h2 {
    flex: none;
    margin: 0;
  }
  input[type='search'] {
    flex: 1;
    min-width: 0;
    max-width: 320px;
    height: 32px;
    margin-left: auto;
    padding: 0 var(--space-3);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface-raised);
    color: var(--ink);
    font: inherit;
  }
  input[type='search']::placeholder {
    color: var(--ink-third);
    opacity: 1;
  }
  nav {
    grid-area: nav;
    padding: var(--space-3);
    border-right: 1px solid var(--line);
    background: var(--surface-side);
    overflow: auto;
  }
  nav button {
    display: block;
    width: 100%;
    min-height: 32px;
    padding: var(--space-1) var(--space-3);
    border: 0;
    border-radius: var(--radius);
    background: transparent;
    text-align: start;
    line-height: 1.4;
  }
  nav button:hover {
    background: var(--surface-hover);
  }
  nav button[aria-current] {
    background: var(--surface-selected);
    font-weight: var(--weight-medium);
  }
  .sections {
    display: none;
    margin: var(--space-2) var(--space-4) 0;
    height: 34px;
    padding: 0 var(--space-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface-raised);
    color: var(--ink);
    font: inherit;
  }
  .content {
    grid-area: content;
    padding: var(--space-4) var(--space-6) var(--space-8);
    overflow: auto;
    scrollbar-gutter: stable;
  }
  .content:focus-visible {
    outline: none;
  }
  section + section {
    margin-top: var(--space-6);
  }
  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
    min-height: 32px;
    margin-bottom: var(--space-2);
  }
  h3 {
    margin: 0;
    font-size: var(--size-heading);
    font-weight: var(--weight-strong);
  }
  dialog p.hint {
    margin: 0 0 var(--space-2);
    font-size: var(--size-small);
    color: var(--ink-third);
  }
  dialog p.none,
  dialog p.note {
    margin: var(--space-4) 0 0;
  }
  dialog p.note:empty {
    display: none;
  }
  @media (max-width: 720px) {
    dialog {
      width: 100vw;
      height: 100vh;
      border: 0;
      border-radius: 0;
    }
    dialog[open] {
      grid-template: 'header' auto 'sections' auto 'content' minmax(0, 1fr) / minmax(0, 1fr);
    }
    header {
      padding-left: var(--space-4);
    }
    nav {
      display: none;
    }
    .sections {
      display: block;
      grid-area: sections;
    }
    .content {
      padding: var(--space-3) var(--space-4) var(--space-6);
    }
  }
`;
