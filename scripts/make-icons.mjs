/**
 * Draws the icons of the packages from `resources/icon.svg`: `node scripts/make-icons.mjs`. To be run when the drawing changes; what
 * it makes is kept. A Chromium does the drawing (`CHROMIUM` names another than the one on the path).
 */
import { chromium } from '@playwright/test';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { iconFile, windowsIcon } from './package/icon-files.mjs';
import { projectRoot } from './runtime/places.mjs';
import { runScript } from './runtime/step.mjs';

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const folder = join(projectRoot, 'resources', 'package');

await runScript(async () => {
  const drawing = await readFile(join(projectRoot, 'resources', 'icon.svg'), 'utf8');
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  /** @type {Map<number, Buffer>} */
  const pictures = new Map();
  try {
    const page = await browser.newPage();
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      const style = `<style>body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>`;
      await page.setContent(style + drawing);
      pictures.set(size, await page.screenshot({ omitBackground: true }));
    }
  } finally {
    await browser.close();
  }
  await mkdir(join(folder, 'icons'), { recursive: true });
  for (const [size, picture] of pictures) if (size <= 512) await writeFile(join(folder, 'icons', `${size}x${size}.png`), picture);
  await writeFile(join(folder, 'icon.ico'), windowsIcon(pictures));
  await writeFile(join(folder, 'icon.icns'), iconFile(pictures));
  return 0;
});
