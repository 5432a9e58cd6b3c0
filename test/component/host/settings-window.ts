import type { Page } from '@playwright/test';
import axe from 'axe-core';
import type { CommandId } from '#preload/contract/commands.ts';
import { expect } from './open-window.ts';

/** As a menu would. */
export async function openWith(page: Page, command: CommandId): Promise<void> {
  await page.evaluate((wanted) => window.fake.emit('window.command', { command: wanted }), command);
  if (command.startsWith('settings')) await expect(page.locator('op-settings-page dialog')).toBeVisible();
}

/** What the window has asked to be kept, in order. */
export const changesOf = (page: Page, wanted = 'settings.change'): Promise<readonly unknown[]> =>
  page.evaluate(
    (name) =>
      window.fake
        .calls()
        .filter((call) => call.name === name)
        .map(({ input }) => input),
    wanted,
  );

interface AxeAnswer {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  readonly passes: readonly unknown[];
}

declare global {
  interface Window {
    readonly axe: { run(context: { readonly fromShadowDom: readonly string[] }): Promise<AxeAnswer> };
  }
}

/** Rules that an element breaks, with the first place of each; `path`: through the shadow trees of elements to it. */
export async function faultsOf(page: Page, path: readonly string[]): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    // The policy of the window forbids any script but its own; what the inspector evaluates is exempt.
    await page.evaluate(axe.source);
  }
  return page.evaluate(async (fromShadowDom) => {
    const { violations, passes } = await window.axe.run({ fromShadowDom });
    if (passes.length < 5) return [`only ${passes.length} rules were applied`];
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  }, path);
}
