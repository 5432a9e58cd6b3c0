import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readWindowState, writeWindowState } from '#main/window-state.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'window-state-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the remembered place of the window', () => {
  const state = { bounds: { x: -20, y: 40, width: 900, height: 700 }, isMaximized: false };

  it('is read back as it was written, with no file left beside it', () => {
    writeWindowState(join(folder, 'deep', 'window.json'), state);
    expect(readWindowState(join(folder, 'deep', 'window.json'))).toEqual(state);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['window.json']);
  });

  it.each(['', '{', '[]', '{"bounds":{"x":"a"}}', '{"bounds":{"x":0,"y":0,"width":1,"height":1},"isMaximized":false}'])(
    'is forgotten when the file holds %s',
    (text) => {
      writeFileSync(join(folder, 'window.json'), text);
      expect(readWindowState(join(folder, 'window.json'))).toBeUndefined();
    },
  );

  it('is given up quietly where it cannot be written', () => {
    writeFileSync(join(folder, 'taken'), '');
    expect(() => writeWindowState(join(folder, 'taken', 'window.json'), state)).not.toThrow();
  });
});
