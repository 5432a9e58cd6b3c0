import { css } from 'lit';

/** Of `op-article-view`. */
export const articleViewStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    container-type: inline-size;
    min-width: 0;
    background: var(--surface-paper);
  }
  op-article-bar {
    flex: none;
  }
  .page {
    display: flex;
    flex: 1;
    flex-direction: column;
    position: relative;
    min-height: 0;
  }
  op-article-frame {
    flex: 1;
  }
  op-find-bar {
    position: absolute;
    top: var(--space-2);
    right: var(--space-3);
    width: min(340px, calc(100% - 2 * var(--space-3)));
  }
  /* Between all the buttons of a narrow bar they would have no room: they stand under it, where the find bar would. */
  @container (max-width: 660px) {
    op-match-steps {
      position: absolute;
      top: calc(100% + var(--space-2) + 1px);
      right: var(--space-3);
      z-index: 1;
      height: 36px;
      padding: 0 3px;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-card);
      background: var(--surface-raised);
    }
  }
  op-empty-state {
    flex: 1;
  }
  op-failure-notice {
    width: min(480px, calc(100% - 32px));
    margin: var(--space-12) auto;
  }
`;
