import { expect, it } from 'vitest';
import { runCommandLine } from '#main/command/run-command-line.ts';
import { openReaderDatabase } from '#main/store/open.ts';
import { readSetting } from '#main/store/reader/settings.ts';
import { temporaryLibraryDir } from '#test/helpers/library.ts';
import { startHttpProxy } from '#test/helpers/proxies.ts';
import { useNetworkBed } from '../source/network/network-bed.ts';

const bed = useNetworkBed();

interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(libraryDir: string, ...words: readonly string[]): Promise<Outcome> {
  let [stdout, stderr] = ['', ''];
  const status = await runCommandLine(['network', '--library', libraryDir, ...words], {
    env: { LANG: 'en_US.UTF-8' },
    platform: process.platform,
    program: 'offprint',
    parseWorker: new URL('file:///none.js'),
    secrets: () => null,
    printer: () => null,
    signal: new AbortController().signal,
    print: (text) => {
      stdout += text.toString();
      return Promise.resolve();
    },
    note: (text) => void (stderr += `${text}\n`),
  });
  return { status, stdout, stderr };
}

it('shows the setting, sets it and keeps it', async () => {
  const libraryDir = temporaryLibraryDir();
  expect(await run(libraryDir)).toMatchObject({ status: 0, stdout: 'Proxy: As the system says\n' });
  await run(libraryDir, '--proxy', 'socks5://proxy.example', '--ca', bed.authority.file);
  const shown = await run(libraryDir, '--json');
  expect(JSON.parse(shown.stdout)).toEqual({
    proxy: { kind: 'socks5', host: 'proxy.example', port: 1080, hasPassword: false },
    extraCaFile: bed.authority.file,
  });
  await run(libraryDir, '--pac', 'https://proxy.example/proxy.pac');
  expect(JSON.parse((await run(libraryDir, '--ca', 'none', '--json')).stdout)).toEqual({
    proxy: { kind: 'pac', url: 'https://proxy.example/proxy.pac' },
    extraCaFile: null,
  });
});

it('never shows a password, and says that it is kept in the clear', async () => {
  const libraryDir = temporaryLibraryDir();
  const outcomes = [
    await run(libraryDir, '--proxy', 'http://reader:hush@proxy.example:3128'),
    await run(libraryDir),
    await run(libraryDir, '--json'),
    await run(libraryDir, '--proxy', 'gopher://reader:hush@proxy.example'),
    await run(libraryDir, '--test', 'https://news.example/archive.git'),
  ];
  for (const { stdout, stderr } of outcomes) expect(stdout + stderr).not.toContain('hush');
  expect(outcomes.map(({ status }) => status)).toEqual([0, 0, 0, 2, 1]);
  expect(outcomes[0]?.stderr).toContain('unencrypted');
  expect(JSON.parse(outcomes[2]?.stdout ?? '')).toMatchObject({ proxy: { username: 'reader', hasPassword: true } });
  const reader = openReaderDatabase(libraryDir);
  expect(readSetting(reader, 'network')).toMatchObject({ proxy: { password: 'hush' } });
  reader.close();
});

it.each([
  ['--proxy', 'proxy.example'],
  ['--pac', 'proxy.pac'],
  ['--proxy', 'none', '--pac', 'https://proxy.example/proxy.pac'],
])('refuses what it does not understand, and changes nothing: %s %s', async (...words) => {
  const libraryDir = temporaryLibraryDir();
  expect((await run(libraryDir, ...words)).status).toBe(2);
  expect(JSON.parse((await run(libraryDir, '--json')).stdout)).toMatchObject({ proxy: { kind: 'system' } });
});

it('tests the way to an archive stage by stage', async () => {
  const libraryDir = temporaryLibraryDir();
  const door = await bed.open();
  const proxy = await bed.keep(startHttpProxy({ hosts: { 'news.example': door.port } }));
  await run(libraryDir, '--proxy', `http://127.0.0.1:${proxy.port}`);
  const good = await run(libraryDir, '--test', 'http://news.example/archive.git', '--json');
  expect(good.status).toBe(0);
  expect(JSON.parse(good.stdout)).toMatchObject({ test: { failed: null, passed: ['proxy', 'host', 'archive'] } });
  expect(good.stderr).toBe('Proxy: works\nServer: works\nArchive: works\n');
  await proxy.close();
  const bad = await run(libraryDir, '--test', `http://127.0.0.1:${door.port}/archive.git`);
  expect(bad.status).toBe(1);
  expect(bad.stderr).toContain(`Proxy: failed\nThe proxy 127.0.0.1:${proxy.port} cannot be reached.`);
});
