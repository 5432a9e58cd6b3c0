import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
}

interface Workflow {
  readonly name: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly 'runs-on': string; readonly 'timeout-minutes': number; readonly steps: readonly Step[]; readonly needs?: string }
    >
  >;
}

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const folder = join(root, '.github', 'workflows');
const require = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));
const { load } = require('js-yaml') as { load(text: string): Workflow };
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const workflows = readdirSync(folder).map((name) => [name, load(readFileSync(join(folder, name), 'utf8'))] as const);

describe.each(workflows)('the workflow %s', (_name, workflow) => {
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  it('may read the repository, and no more unless a job says so', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });

  it('ends by itself, needs only jobs that are there, and has one thing to do in each step', () => {
    for (const job of jobs) {
      expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
      if (job.needs !== undefined) expect(Object.keys(workflow.jobs)).toContain(job.needs);
    }
    for (const step of steps) expect([step.uses, step.run].filter((word) => word !== undefined)).toHaveLength(1);
  });

  it('calls only scripts that are there', () => {
    const called = steps.flatMap(({ run = '' }) =>
      [...run.matchAll(/npm run (?<name>[\w:]+)/gu)].map(({ groups }) => groups?.['name'] ?? ''),
    );
    expect(called.length).toBeGreaterThan(0);
    for (const name of called) expect(Object.keys(scripts)).toContain(name);
  });

  it('uses only actions of a fixed version, and puts nothing that a stranger chose into a shell', () => {
    for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@v\d+$/u);
    for (const { run = '' } of steps) expect(run).not.toMatch(/\$\{\{\s*(?:github\.(?:event|head_ref|ref_name)|inputs)/u);
  });
});

describe('the workflow of a release', () => {
  it('makes every package that electron-builder.yml names', () => {
    const text = readFileSync(join(folder, 'release.yml'), 'utf8');
    const made = [...text.matchAll(/targets: (?<list>.+)/gu)].flatMap(({ groups }) => groups?.['list']?.split(' ') ?? []);
    expect([...new Set(made)].toSorted()).toEqual(['AppImage', 'deb', 'dmg', 'nsis', 'rpm', 'tar.gz', 'zip']);
  });
});
