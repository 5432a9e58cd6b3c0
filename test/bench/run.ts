import { benchExport } from './export.ts';
import { benchParse } from './parse.ts';
import { benchParseQuality } from './parse-quality.ts';
import { benchPictures } from './pictures.ts';
import { benchResponsive } from './responsive.ts';
import { benchScopes } from './scopes.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';
import { benchSync } from './sync.ts';
import { benchTyping } from './typing.ts';
import { benchWindow } from './window.ts';
import { type Figure, formatFigure } from './figure.ts';

const benches: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  start: benchStart,
  sync: benchSync,
  pictures: benchPictures,
  scopes: benchScopes,
  search: benchSearch,
  typing: benchTyping,
  responsive: benchResponsive,
  window: benchWindow,
  export: benchExport,
  parse: async () => [...(await benchParse()), ...(await benchParseQuality())],
};

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const isJson = process.argv.includes('--json');
const unknown = names.find((name) => !Object.hasOwn(benches, name));
if (unknown !== undefined) {
  process.stderr.write(`no benchmark "${unknown}"; there are: ${Object.keys(benches).join(', ')}\n`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (names.length > 0 && !names.includes(name)) continue;
  for (const measured of await bench()) {
    figures.push(measured);
    if (!isJson) process.stdout.write(`${formatFigure(measured)}\n`);
  }
}
if (isJson) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
