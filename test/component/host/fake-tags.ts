import type { TagCount } from '#preload/contract/tag-types.ts';
import type { FakeControl, Handlers } from './fake-bridge.ts';

/** Tags as the library keeps them, as far as a window can tell: by name, gone with their last article. */
export const createTagHandlers = (emit: FakeControl['emit']): Pick<Handlers, Extract<keyof Handlers, `tags.${string}`>> => {
  const tagged = new Map<string, Set<string>>();
  const list = (): readonly TagCount[] => [...tagged].map(([name, ids]) => ({ name, articles: ids.size }));
  const changed = (): readonly TagCount[] => {
    for (const [name, ids] of tagged) if (ids.size === 0) tagged.delete(name);
    emit('tags.changed', list());
    return list();
  };
  const of = (ids: readonly string[]) => ({
    articles: ids.length,
    tags: [...tagged]
      .map(([name, known]) => ({ name, articles: ids.filter((id) => known.has(id)).length }))
      .filter(({ articles }) => articles > 0),
  });
  return {
    'tags.list': list,
    'tags.ofArticles': ({ selection }) => of(selection.kind === 'articles' ? selection.ids : []),
    'tags.change': ({ selection, add = [], remove = [] }) => {
      const ids = selection.kind === 'articles' ? selection.ids : [];
      for (const name of remove) for (const id of ids) tagged.get(name)?.delete(id);
      for (const name of add) tagged.set(name, new Set([...(tagged.get(name) ?? []), ...ids]));
      changed();
      return of(ids);
    },
    'tags.rename': ({ name, to }) => {
      const ids = [...(tagged.get(name) ?? []), ...(tagged.get(to) ?? [])];
      tagged.delete(name);
      tagged.set(to, new Set(ids));
      return changed();
    },
    'tags.remove': ({ name }) => {
      tagged.delete(name);
      return changed();
    },
  };
};
