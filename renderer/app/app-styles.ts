import { css } from 'lit';

export const appStyles = css`
  :host {
    display: grid;
    grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    height: 100vh;
  }
  main {
    display: flex;
    min-width: 0;
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
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
  }
  op-tabs-view {
    flex: none;
  }
  op-article-view {
    flex: 1;
    min-height: 0;
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
