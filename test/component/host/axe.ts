import type { Page } from '@playwright/test';
import axe from 'axe-core';

interface AxeAnswer {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
  readonly passes: readonly unknown[];
}

interface AxeOptions {
  /** The article's frame runs no script: its document is looked at by itself. */
  readonly iframes: false;
  /** Style sheets need not be fetched again for any rule that is applied. */
  readonly preload: false;
  readonly runOnly?: readonly string[];
  readonly rules?: Readonly<Record<string, { readonly enabled: boolean }>>;
}

/** Rules that the page breaks, shadow trees and all, each with its first place. */
async function faultsWith(page: Page, options: AxeOptions): Promise<readonly string[]> {
  // The policy of the window forbids any script but its own; what the inspector evaluates is exempt.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(async (wanted) => {
    const { axe: engine } = window as unknown as {
      readonly axe: { run(context: Document | Element, options: AxeOptions): Promise<AxeAnswer> };
    };
    const modalIn = (root: ParentNode): Element | undefined => {
      const modal = root.querySelector('dialog:modal');
      if (modal) return modal;
      for (const { shadowRoot } of root.querySelectorAll('*')) {
        const found = shadowRoot && modalIn(shadowRoot);
        if (found) return found;
      }
      return undefined;
    };
    // What lies behind an open dialog is dimmed on purpose.
    return engine.run((wanted.runOnly && modalIn(document)) ?? document, wanted);
  }, options);
  if (passes.length === 0) return ['no rule was applied'];
  return violations.map(({ id, nodes }) => {
    const [first] = nodes;
    return `${id}, ${nodes.length} times: ${first?.html ?? ''} ${first?.failureSummary?.replaceAll(/\s+/gu, ' ') ?? ''}`;
  });
}

export const faults = (page: Page): Promise<readonly string[]> => faultsWith(page, { iframes: false, preload: false });

export const contrastFaults = (page: Page): Promise<readonly string[]> =>
  faultsWith(page, { iframes: false, preload: false, runOnly: ['color-contrast'] });

/** Of a document that is shown in a frame of the window: its landmarks are the window's. */
export const faultsOfPart = (page: Page): Promise<readonly string[]> =>
  faultsWith(page, {
    iframes: false,
    preload: false,
    rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false } },
  });
