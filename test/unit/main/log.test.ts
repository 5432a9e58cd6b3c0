import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLog } from '#main/log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the log', () => {
  it('holds one JSON object a line', () => {
    const log = openLog(join(folder, 'logs', 'offprint.log'));
    log.write('call failed', { name: 'sync.run', code: 'cancelled' });
    log.write('started');
    const lines = readFileSync(join(folder, 'logs', 'offprint.log'), 'utf8')
      .trim()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { event: 'call failed', code: 'cancelled' },
      { event: 'started' },
    ]);
  });

  it('holds codes, names of calls and counts, and nothing that a mistake may hand over', () => {
    const file = join(folder, 'offprint.log');
    const slips = [
      'A title of an article',
      '标题',
      'https://news.example/a',
      '/home/reader/library',
      'C:\\Users\\reader',
      'a@b.example:1',
    ];
    const log = openLog(file);
    for (const slip of slips) log.write('call failed', { name: 'articles.markRead', code: slip, count: 3, isLast: true });
    const text = readFileSync(file, 'utf8');
    expect(slips.filter((slip) => text.includes(slip) || text.includes(JSON.stringify(slip)))).toEqual([]);
    expect(text).toContain('articles.markRead');
    expect(text).toContain('"count":3,"isLast":true');
  });

  it('starts afresh at a megabyte and keeps one old file', () => {
    const file = join(folder, 'offprint.log');
    writeFileSync(file, 'x'.repeat(1_000_001));
    openLog(file).write('started');
    expect(readFileSync(file, 'utf8').length).toBeLessThan(200);
    expect(existsSync(`${file}.old`)).toBe(true);
  });

  it('never fails the application', () => {
    writeFileSync(join(folder, 'taken'), '');
    expect(() => openLog(join(folder, 'taken', 'offprint.log')).write('started')).not.toThrow();
  });
});
