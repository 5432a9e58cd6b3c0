import { expect, test } from '@playwright/test';
import type { AttackVector } from '#test/helpers/attack.ts';
import { attackVectors } from '#test/helpers/attack-vectors.ts';
import { allowedAddress, allowedMarkup } from '#test/unit/parse/forbidden-markup.ts';
import { type AttackRemains, inPortions, readingOf, remainsOf } from './attack-articles.ts';
import { type ChromiumOutcome, runInChromium } from './attack-host.ts';
import { type AllowedMarkup, findForbidden, handlersOfPage, insertBodies, showUnsanitised } from './attack-page.ts';
import { type AttackDocument, htmlDocument } from './attack-proxy.ts';
import { numbersIn, rawDocuments } from './attack-raw.ts';

const bodyMarkup: AllowedMarkup = { elements: allowedMarkup, address: allowedAddress.source };
const documentMarkup: AllowedMarkup = { ...bodyMarkup, elements: { ...allowedMarkup, html: [], head: [], body: [] } };

const inert = ['id', 'class', 'role', 'tabindex', 'title', 'aria-label', 'data-label', 'lang', 'dir'];
/** The reading view adds its own head and header, marks and frames, and attributes that do nothing; it shows no picture. */
const readingMarkup: AllowedMarkup = {
  elements: {
    ...Object.fromEntries(Object.entries(allowedMarkup).map(([name, attributes]) => [name, [...attributes, ...inert]])),
    html: ['lang'],
    head: [],
    meta: ['charset', 'name', 'content'],
    title: [],
    body: [],
    i: [...inert, 'hidden'],
    article: inert,
    header: [],
    h1: inert,
    div: inert,
    mark: inert,
    img: ['src', 'alt', 'width', 'height', 'decoding', ...inert],
  },
  address: String.raw`^(?:offprint-article://link/[\w-]+$|#at-|offprint-article://picture/(?:ab){32}$)`,
};
const ownPicture = `offprint-article://picture/${'ab'.repeat(32)}`;
/** No browser reads these as what they hide. */
const harmlessKinds = ['as utf-7', 'as overlong'];

test.describe('attacks in real Chromium, with scripts and without a policy', () => {
  let vectors: readonly AttackVector[];
  let remains: AttackRemains;

  test.describe.configure({ timeout: 180_000 });

  test.beforeAll(async () => {
    const { answer } = await runInChromium({ documents: new Map(), run: handlersOfPage, input: null });
    vectors = attackVectors(answer);
    remains = remainsOf(vectors);
  });

  test('run or ask for something where nothing is done about them', async () => {
    const { inserted, apart } = rawDocuments(vectors);
    const { ran, requests } = await runInChromium({
      documents: new Map([...inserted, ...apart]),
      run: showUnsanitised,
      input: { inserted: [...inserted.keys()], apart: [...apart.keys()] },
    });
    const asked = new Set(requests.flatMap(numbersIn));
    const isActive = ({ number }: AttackVector): boolean => ran.includes(number) || asked.has(number);
    const active = vectors.filter(isActive);
    print(`${vectors.length} vectors: ${ran.length} ran, ${asked.size} asked for something, ${active.length} did either`);
    expect(ran.length).toBeGreaterThan(600);
    expect(asked.size).toBeGreaterThan(400);
    const quietKinds = vectors.map(({ kind }) => kind).filter((kind) => !active.some((vector) => vector.kind === kind));
    expect([...new Set(quietKinds)]).toEqual(harmlessKinds);
  });

  test('are seen by the eyes that look at what is left', async () => {
    const bodies = [
      '<p onclick="x(1)">a</p>',
      '<a href="javascript:x(2)">a</a>',
      '<img data-picture="0" alt="a" src="http://v3.example/a.png">',
      '<p style="color:red">a</p>',
      '<svg></svg>',
      '<!-- a -->',
    ];
    const input = { bodies, allowed: bodyMarkup };
    const { answer, ran, requests } = await runInChromium({ documents: new Map(), run: insertBodies, input });
    expect(bodies.filter((body) => !answer.some((fault) => fault.endsWith(body)))).toEqual([]);
    expect(ran).toEqual([1, 2]);
    expect(new Set(requests.flatMap(numbersIn))).toEqual(new Set([3]));
  });

  test('leave nothing that runs, asks or is forbidden in a body that is put into a page', async () => {
    print(`${remains.articles} articles of them: ${remains.bodies.length} bodies, ${remains.told.length} with their titles`);
    expect(remains.articles).toBeGreaterThan(5 * vectors.length);
    const input = { bodies: remains.bodies, allowed: bodyMarkup };
    expectNothing(await runInChromium({ documents: new Map(), run: insertBodies, input }));
  });

  test('leave nothing that runs, asks or is forbidden in a body that is a page of its own', async () => {
    const pages = inPortions(remains.bodies, 20).map((bodies) => bodies.join('\n'));
    expectNothing(await showDocuments(pages, documentMarkup));
  });

  test('leave nothing that runs, asks or is forbidden in the reading view', async () => {
    const readings = inPortions(remains.told, 40).map(readingOf);
    const { requests, ...rest } = await showDocuments(readings, readingMarkup);
    expectNothing({ ...rest, requests: requests.filter((url) => url !== ownPicture) });
  });
});

function showDocuments(pages: readonly string[], allowed: AllowedMarkup): Promise<ChromiumOutcome<readonly string[]>> {
  const documents = new Map(
    pages.map((page, at): [string, AttackDocument] => [
      `/shown/${at}/`,
      htmlDocument(page.startsWith('<!doctype') ? page : `<!doctype html>${page}`),
    ]),
  );
  return runInChromium({ documents, run: findForbidden, input: { paths: [...documents.keys()], allowed } });
}

/** The figures, for whoever reads the run. */
function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function expectNothing({ answer, ran, requests }: ChromiumOutcome<readonly string[]>): void {
  expect(ran, 'vectors that ran').toEqual([]);
  expect(requests, 'what was asked for').toEqual([]);
  expect(answer, 'forbidden elements and attributes').toEqual([]);
}
