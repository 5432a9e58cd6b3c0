import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isGuarded, whyRefused } from './import-wall.mjs';

/** Rules of the project's own, run by oxlint with every other one. */

const root = fileURLToPath(new URL('../../', import.meta.url));
/** @type {import('./import-wall.mjs').ImportTable} */
const table = JSON.parse(readFileSync(new URL('./allowed-imports.json', import.meta.url), 'utf8'));

/**
 * The little of a syntax tree that is looked at.
 *
 * @typedef {{ type: string, source?: Tree | null, value?: unknown, importKind?: string, exportKind?: string,
 *   specifiers?: Tree[], imported?: Tree, local?: Tree, name?: string, body?: Tree[], argument?: Tree, callee?: Tree,
 *   arguments?: Tree[], declaration?: Tree | null }} Tree
 * @typedef {{ filename: string, report(problem: { node: Tree, message: string }): void }} Context
 */

/** @param {Context} context */
const pathOf = (context) => relative(root, context.filename).split(sep).join('/');

/** @param {Tree} node */
const isTypeOnly = (node) =>
  (node.importKind ?? node.exportKind) === 'type' ||
  (node.specifiers !== undefined &&
    node.specifiers.length > 0 &&
    node.specifiers.every((one) => (one.importKind ?? one.exportKind) === 'type'));

/** @param {Tree} node */
function namesOf(node) {
  return (node.specifiers ?? []).map((one) => {
    if (one.type === 'ImportSpecifier') return one.imported?.name ?? '*';
    if (one.type === 'ExportSpecifier') return one.local?.name ?? '*';
    return '*';
  });
}

const imports = {
  /** @param {Context} context */
  create(context) {
    const from = pathOf(context);
    if (!isGuarded(from)) return {};

    /**
     * @param {Tree} node
     * @param {Tree | null | undefined} source
     * @param {{ isType: boolean, names: readonly string[] }} taken
     */
    function check(node, source, taken) {
      if (!source) return;
      const message =
        typeof source.value === 'string'
          ? whyRefused(table, from, { specifier: source.value, ...taken })
          : 'the import names its module as a plain string, so that the table can be asked';
      if (message !== null) context.report({ node, message });
    }
    /** @param {Tree} node */
    const checkStatement = (node) => check(node, node.source, { isType: isTypeOnly(node), names: namesOf(node) });
    const whole = { isType: false, names: ['*'] };

    return {
      ImportDeclaration: checkStatement,
      ExportNamedDeclaration: checkStatement,
      /** @param {Tree} node */
      ExportAllDeclaration: (node) => check(node, node.source, { ...whole, isType: isTypeOnly(node) }),
      /** @param {Tree} node */
      ImportExpression: (node) => check(node, node.source, whole),
      /** @param {Tree} node */
      TSImportType: (node) => check(node, node.source ?? node.argument, { isType: true, names: [] }),
      /** @param {Tree} node */
      CallExpression: (node) => {
        if (node.callee?.name === 'require') check(node, node.arguments?.[0], whole);
      },
    };
  },
};

const noBarrel = {
  /** @param {Context} context */
  create(context) {
    if (!isGuarded(pathOf(context))) return {};
    return {
      /** @param {Tree} node */
      Program(node) {
        const body = node.body ?? [];
        const isPassedOn = (/** @type {Tree} */ one) => one.type.startsWith('Export') && !one.declaration;
        const isPassing = body.some(isPassedOn) && body.every((one) => isPassedOn(one) || one.type === 'ImportDeclaration');
        if (isPassing) context.report({ node, message: 'a file that only passes on what others export: import from them' });
      },
    };
  },
};

/** Settings of a window that open what Electron keeps shut, with the value that opens it; `any` where each value does. */
const openings = new Map(
  Object.entries({
    nodeIntegration: true,
    nodeIntegrationInSubFrames: true,
    nodeIntegrationInWorker: true,
    contextIsolation: false,
    sandbox: false,
    webSecurity: false,
    webviewTag: true,
    allowRunningInsecureContent: true,
    experimentalFeatures: true,
    enableBlinkFeatures: 'any',
  }),
);

const safeWindow = {
  /** @param {Context} context */
  create(context) {
    if (!isGuarded(pathOf(context))) return {};
    return {
      /** @param {Tree & { key: Tree, value: Tree }} node */
      Property(node) {
        const name = node.key.name ?? node.key.value;
        const opening = typeof name === 'string' ? openings.get(name) : undefined;
        if (opening === undefined) return;
        const isOpened = opening === 'any' || node.value.value === opening;
        if (isOpened) context.report({ node, message: `'${String(name)}' opens the window to its content` });
      },
    };
  },
};

export default { meta: { name: 'walls' }, rules: { imports, 'no-barrel': noBarrel, 'safe-window': safeWindow } };
