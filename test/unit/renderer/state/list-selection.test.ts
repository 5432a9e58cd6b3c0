import { expect, test } from 'vitest';
import { countSelected, isSelected, noSelection, selectionToSend, toggled, wholeList } from '#renderer/state/list-selection.ts';

const list = { kind: 'scope', scope: { kind: 'all' }, sort: 'title' } as const;

test('a row is taken in and out again', () => {
  const one = toggled(noSelection, 'a:1');
  expect([isSelected(one, 'a:1'), countSelected(one, 200_000)]).toEqual([true, 1]);
  expect(countSelected(toggled(one, 'a:1'), 200_000)).toBe(0);
});

test('of the whole list only what is left out is kept and sent', () => {
  const most = toggled(wholeList, 'a:1');
  expect([isSelected(most, 'a:1'), isSelected(most, 'a:2'), countSelected(most, 200_000)]).toEqual([false, true, 199_999]);
  expect(selectionToSend(wholeList, list)).toEqual(list);
  expect(selectionToSend(most, list)).toEqual({ ...list, except: ['a:1'] });
  expect(selectionToSend(toggled(most, 'a:1'), list)).toEqual(list);
});

test('a few rows are sent by name', () => {
  const two = toggled(toggled(noSelection, 'a:1'), 'a:2');
  expect(selectionToSend(two, { kind: 'search', query: 'tide', sort: 'relevance' })).toEqual({
    kind: 'articles',
    ids: ['a:1', 'a:2'],
  });
});
