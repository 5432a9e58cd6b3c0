import type { ShortcutName } from '#renderer/controllers/keyboard-controller.ts';
import type { OpArticleView } from './op-article-view.ts';

const steps: Readonly<Partial<Record<ShortcutName, (view: OpArticleView) => void>>> = {
  'toggle-original': (view) => view.toggleOriginal(),
  'show-outline': (view) => view.toggleOutline(),
  'earlier-versions': (view) => view.toggleVersions(),
  'find-in-article': (view) => view.openFind(),
  'next-match': (view) => view.stepMatch(1),
  'previous-match': (view) => view.stepMatch(-1),
};

/** What a key or a menu asks of the open article; nothing for what is no matter of the article view. */
export const actOnArticle = (view: OpArticleView | null, name: ShortcutName): void => {
  if (view) steps[name]?.(view);
};
