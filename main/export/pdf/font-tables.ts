/** The tables of a TrueType file, in their order. */
export function tablesOf(font: Buffer): ReadonlyMap<string, Buffer> {
  return new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, number) => {
      const at = 12 + number * 16;
      const start = font.readUInt32BE(at + 8);
      return [font.toString('latin1', at, at + 4), font.subarray(start, start + font.readUInt32BE(at + 12))] as const;
    }),
  );
}

/** A TrueType file of these tables. Sums over them are left out: Chromium makes them anew. */
export function fontOf(tables: ReadonlyMap<string, Buffer>): Buffer {
  const head = Buffer.alloc(12 + tables.size * 16);
  const power = Math.floor(Math.log2(tables.size));
  head.writeUInt32BE(0x00_01_00_00, 0);
  [tables.size, 2 ** power * 16, power, (tables.size - 2 ** power) * 16].forEach((value, at) =>
    head.writeUInt16BE(value, 4 + at * 2),
  );
  const parts: Buffer[] = [head];
  let [entry, start] = [12, head.length];
  for (const [name, table] of tables) {
    head.write(name, entry, 'latin1');
    head.writeUInt32BE(start, entry + 8);
    head.writeUInt32BE(table.length, entry + 12);
    const padding = (4 - (table.length % 4)) % 4;
    parts.push(table, Buffer.alloc(padding));
    start += table.length + padding;
    entry += 16;
  }
  return Buffer.concat(parts);
}

/** Characters that follow each other. */
interface Run {
  readonly first: number;
  readonly last: number;
  glyphOf(character: number): number;
}

/** Calls back with each character of a `cmap` table and its glyph, in order. */
export function eachCharacter(cmap: Buffer, visit: (character: number, glyph: number) => void): void {
  for (const { first, last, glyphOf } of runsOf(cmap))
    for (let character = first; character <= last; character += 1) {
      const glyph = glyphOf(character);
      if (glyph !== 0) visit(character, glyph);
    }
}

/** Of the table's fullest form: that of all of Unicode, or else that of the basic plane. */
function runsOf(cmap: Buffer): readonly Run[] {
  const forms = Array.from({ length: cmap.readUInt16BE(2) }, (_, at) => cmap.subarray(cmap.readUInt32BE(8 + at * 8)));
  const whole = forms.find((form) => form.readUInt16BE(0) === 12);
  if (whole) return wholeRuns(whole);
  const basic = forms.find((form) => form.readUInt16BE(0) === 4);
  return basic ? basicRuns(basic) : [];
}

function wholeRuns(form: Buffer): readonly Run[] {
  return Array.from({ length: form.readUInt32BE(12) }, (_, number) => {
    const at = 16 + number * 12;
    const first = form.readUInt32BE(at);
    const glyph = form.readUInt32BE(at + 8);
    return { first, last: form.readUInt32BE(at + 4), glyphOf: (character) => glyph + character - first };
  });
}

function basicRuns(form: Buffer): readonly Run[] {
  const length = form.readUInt16BE(6);
  return Array.from({ length: length / 2 }, (_, number) => {
    const at = 14 + number * 2;
    const first = form.readUInt16BE(at + length + 2);
    const delta = form.readUInt16BE(at + 2 * length + 2);
    const place = at + 3 * length + 2;
    const offset = form.readUInt16BE(place);
    const glyphOf = (character: number): number => {
      if (offset === 0) return (character + delta) % 0x1_00_00;
      const glyph = form.readUInt16BE(place + offset + (character - first) * 2);
      return glyph === 0 ? 0 : (glyph + delta) % 0x1_00_00;
    };
    // The last run stands for no character.
    return { first, last: Math.min(form.readUInt16BE(at), 0xff_fe), glyphOf };
  });
}
