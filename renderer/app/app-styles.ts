import { css } from 'lit';

export const appStyles = css`
  :host {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    height: 100vh;
  }
  main {
    display: flex;
    min-height: 0;
  }
  .library {
    flex: none;
    width: var(--library-width);
  }
  .list {
    flex: none;
    width: var(--list-width);
  }
  .article {
    flex: 1;
    min-width: 0;
  }
  .columns-2 .library,
  .columns-2 .list {
    width: var(--list-width);
  }
  .columns-1 > * {
    flex: 1;
    width: 100%;
  }
`;
