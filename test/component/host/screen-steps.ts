import { type Page, expect } from '@playwright/test';
import type { CommandId } from '#preload/contract/commands.ts';
import type { CallName, EventName } from '#preload/contract/contract.ts';
import type { FailureCode } from '#preload/contract/failure.ts';
import type { ArchiveAction } from '#renderer/events/archive-action-event.ts';
import { openWith } from './settings-window.ts';

/** A step on the way to a screen. None knows a word of any language, nor how wide the window is. */
export type Step = (page: Page) => Promise<void>;

export const inTurn =
  (...steps: readonly Step[]): Step =>
  async (page) => {
    for (const step of steps) await step(page);
  };

export const until =
  (selector: string): Step =>
  (page) =>
    page.locator(selector).first().waitFor();

export const press =
  (selector: string): Step =>
  (page) =>
    page.locator(selector).first().click();

export const type =
  (selector: string, text: string): Step =>
  (page) =>
    page.locator(selector).first().fill(text);

export const key =
  (name: string): Step =>
  (page) =>
    page.keyboard.press(name);

export const command =
  (id: CommandId): Step =>
  (page) =>
    openWith(page, id);

/** The main side tells something. */
export const told =
  (name: EventName, payload: unknown): Step =>
  (page) =>
    page.evaluate(([event, value]) => window.fake.emit(event, value), [name, payload] as const);

/** The main side tells of the export that was asked for last. */
export const toldOfExport =
  (news: Readonly<Record<string, unknown>>): Step =>
  (page) =>
    page.evaluate((given) => {
      const input = window.fake.calls().findLast((call) => call.name === 'export.run')?.input;
      window.fake.emit('export.progress', { ...given, id: (input as { readonly id: string } | undefined)?.id });
    }, news);

/** The main side answers with this from now on. */
export const given =
  (name: CallName, value: unknown): Step =>
  (page) =>
    page.evaluate(([call, answer]) => window.fake.answer(call, answer), [name, value] as const);

/** The main side does not answer any more. */
export const held =
  (name: CallName): Step =>
  (page) =>
    page.evaluate((call) => window.fake.hold(call), name);

export const failing =
  (name: CallName, code: FailureCode, details: Readonly<Record<string, string>> = {}): Step =>
  (page) =>
    page.evaluate(([call, failure]) => window.fake.fail(call, failure), [
      name,
      { code, message: `${code}, as a machine says it`, details: { host: 'git.example.org', ...details } },
    ] as const);

export const rows = until('op-article-row');

export const openArticle: Step = async (page) => {
  await page.locator('op-article-row').first().click();
  await expect(page.frameLocator('op-article-frame iframe:not([inert])').locator('h1')).toBeVisible();
};

export const search =
  (text: string): Step =>
  async (page) => {
    await openWith(page, 'search');
    await page.locator('op-search-field input').fill(text);
    await expect(page.locator('op-list-view .head h2')).toHaveText(text);
    // The suggestions lie over the first results.
    await page.keyboard.press('Enter');
  };

/** Where the library is not beside the list, it is first brought before it. */
export const showLibrary: Step = async (page) => {
  await rows(page);
  if (!(await page.locator('op-library-view').isVisible())) await page.locator('op-list-view .bar button').first().click();
  await page.locator('op-library-tree [role="treeitem"]').first().waitFor();
};

export const openMenuOf =
  (node: string): Step =>
  async (page) => {
    await showLibrary(page);
    await page.locator(`op-library-tree .node.${node}`).first().click({ button: 'right' });
    await page.locator('op-library-tree [role="menu"]:popover-open').waitFor();
  };

export const openDialog = (id: CommandId, element: string): Step => inTurn(rows, command(id), until(`${element} dialog[open]`));

/** A dialog about an archive. */
export const act =
  (action: ArchiveAction, element: string): Step =>
  async (page) => {
    await rows(page);
    const view = page.locator('op-dialogs-view');
    await view.evaluate(
      (dialogs: HTMLElement & { act(id: string, action: string): void }, wanted) => dialogs.act('river', wanted),
      action,
    );
    await page.locator(`${element} dialog[open]`).waitFor();
  };

export const openPanel = (element: string): Step => inTurn(openArticle, press(`${element} .opener`));

export const failSync = (code: FailureCode): Step =>
  inTurn(
    rows,
    failing('sync.run', code, { origin: 'https://git.example.org:8443', login: 'refused' }),
    command('sync'),
    until('op-list-view op-failure-notice button'),
  );
