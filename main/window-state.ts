import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';

const finite = v.pipe(v.number(), v.finite());
const stateSchema = v.object({
  bounds: v.object({ x: finite, y: finite, width: v.pipe(finite, v.minValue(200)), height: v.pipe(finite, v.minValue(200)) }),
  isMaximized: v.boolean(),
});

export type WindowState = v.InferOutput<typeof stateSchema>;
export type WindowBounds = WindowState['bounds'];

/** Undefined where nothing usable is remembered: a window's place is never worth a failure. */
export function readWindowState(file: string): WindowState | undefined {
  try {
    const parsed = v.safeParse(stateSchema, JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

export function writeWindowState(file: string, state: WindowState): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  } catch {
    // A read-only or full disk: the window opens at its default place next time.
  }
}
