import { expect, test } from 'vitest';
import { keepToggledBranches, readToggledBranches, withToggled } from '#renderer/state/toggled-branches.ts';

const storageOf = (text: string | null) => ({ getItem: () => text });

test('what was opened and closed is there again', () => {
  let kept = '';
  const toggled = withToggled(withToggled(withToggled(new Set(), 'a'), 'b'), 'a');
  keepToggledBranches({ setItem: (_key, value) => void (kept = value) }, toggled);
  expect(readToggledBranches(storageOf(kept))).toEqual(new Set(['b']));
});

test.each([[null], ['nonsense'], ['{"a":1}'], ['[1,null]']])('%s is nothing', (text) => {
  expect(readToggledBranches(storageOf(text))).toEqual(new Set());
});
