/**
 * What Electron runs before the application when it is started as `electron [switches] FOLDER`. An ES module that awaits the
 * application's import, so that `ready` cannot fire before the application has had its say. A failure is printed and ends the
 * process: a dialog, as Electron's own default app shows, would hang a test.
 */
import { app } from 'electron';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

/** @param {readonly string[]} args */
function readArguments(args) {
  const modules = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (argument === '-r' || argument === '--require') {
      index += 1;
      modules.push(args[index] ?? '');
    } else if (!argument.startsWith('-')) {
      return { modules, target: resolve(argument) };
    }
  }
  return { modules, target: undefined };
}

/** Two calls that Electron has for its own default app and leaves out of its types. */
const application =
  /** @type {import('electron').App & { setVersion: (version: string) => void, setAppPath: (path: string) => void }} */ (app);

/** @param {string} target a folder with a package.json, or a script */
async function load(target) {
  if (!statSync(target).isDirectory()) {
    await import(pathToFileURL(target).href);
    return;
  }
  /** @type {{ name: string, productName?: string, version?: string, main?: string }} */
  const description = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'));
  app.setName(description.productName ?? description.name);
  application.setVersion(description.version ?? '0.0.0');
  app.setDesktopName(`${app.getName()}.desktop`);
  application.setAppPath(target);
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), app.getName()));
  await import(pathToFileURL(join(target, description.main ?? 'index.js')).href);
}

const { modules, target } = readArguments(process.argv.slice(1));
if (process.argv.includes('--version') && target === undefined) {
  process.stdout.write(`v${process.versions.electron}\n`);
  process.exit(0);
}
try {
  if (target === undefined) throw new Error('Say which application to run: electron FOLDER');
  const require = createRequire(join(target, 'package.json'));
  for (const module of modules) require(module);
  await load(target);
} catch (error) {
  console.error(error);
  process.exit(1);
}
