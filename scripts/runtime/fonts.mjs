import { run } from './child.mjs';
import { installPackages, mayInstallPackages } from './packages.mjs';
import { MissingPiece } from './step.mjs';

const limitMs = 20_000;
const advice = 'none for Chinese: text will show as boxes. On Debian: apt-get install fonts-noto-cjk';

/**
 * Looks for a font with Chinese characters. Never stops a run: without one everything works, and looks wrong.
 * @param {import('./step.mjs').Reporter} reporter
 * @param {{ mayInstall: boolean }} options
 */
export async function ensureFonts(reporter, { mayInstall }) {
  if (process.platform !== 'linux') return;
  await reporter.run('fonts', async () => {
    if (await hasChineseFont()) return { outcome: { detail: 'Chinese available', hasActed: false } };
    if (!mayInstall || !(await mayInstallPackages())) return { outcome: { detail: advice, hasActed: true } };
    try {
      await installPackages([['fontconfig'], ['fonts-noto-cjk']], 'Missing: a font with Chinese characters.', reporter);
      return { outcome: { detail: 'fonts-noto-cjk installed', hasActed: true } };
    } catch (error) {
      if (!(error instanceof MissingPiece)) throw error;
      return { outcome: { detail: advice, hasActed: true } };
    }
  });
}

async function hasChineseFont() {
  const { stdout } = await run('fc-list', [':lang=zh', 'family'], { limitMs });
  return stdout.trim() !== '';
}
