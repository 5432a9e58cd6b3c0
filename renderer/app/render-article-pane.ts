import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { PaneController } from '#renderer/controllers/pane-controller.ts';
import type { TabStepEvent } from '#renderer/events/tab-step-event.ts';
import '#renderer/views/op-article-view.ts';
import '#renderer/views/op-tabs-view.ts';
import type { PlaceController } from './place-controller.ts';

/** The tabs, where there are several, and the article of the one that is shown. */
export const renderArticlePane = (place: PlaceController, panes: PaneController): TemplateResult => {
  const { shown, tabs } = place;
  return html`<div class="article" ?hidden=${!panes.visible.includes('article')}>
    <op-tabs-view .tabs=${tabs} @op-tab-step=${(event: TabStepEvent) => place.takeTabStep(event)}></op-tabs-view>
    <op-article-view
      .articleId=${shown.articleId}
      .find=${shown.find}
      .anchor=${shown.anchor}
      .hasBack=${panes.columns === 1 && !panes.isAlone}
    ></op-article-view>
  </div>`;
};
