import type { ReactiveControllerHost } from 'lit';
import { beforeEach, expect, test, vi } from 'vitest';
import type { SpokenText } from '#preload/contract/aloud-types.ts';
import type { BridgeClient } from '#renderer/app/bridge-client.ts';
import { AloudController } from '#renderer/controllers/aloud-controller.ts';
import type { Saying, SayingEnd, SpeechEngine } from '#renderer/controllers/system-speech.ts';
import type { Voice } from '#renderer/state/voices.ts';

const voice = (language: string): Voice => ({ id: `voice ${language}`, name: language, language, isDefault: false });
const article: SpokenText = {
  blocks: [
    { text: 'A title', language: 'en' },
    { text: 'One. Two.', language: 'en' },
    { text: '三。', language: 'zh-Hans' },
  ],
  language: 'en',
  start: { block: 0, offset: 0 },
};

let shown: SpokenText | null;
let voices: readonly Voice[];
let said: Saying[];
let finish: (end: SayingEnd) => void;
/** Texts that the frame was told to highlight; null for none. */
let marked: (string | null)[];
let listeners: Map<string, (payload: never) => void>;
let kept: Map<string, string>;
let controller: AloudController;

const engine: SpeechEngine = {
  voices: () => Promise.resolve(voices),
  say: (saying) => {
    said.push(saying);
    return new Promise((resolve) => (finish = resolve));
  },
  stop: () => finish('stopped'),
};

const client = {
  call: (name: string, { passage }: { readonly passage: { readonly text: string; readonly block: number } | null }) => {
    if (name === 'reading.text') return Promise.resolve(shown);
    marked.push(passage?.text ?? null);
    return Promise.resolve(passage === null || shown?.blocks[passage.block]?.text.includes(passage.text) === true);
  },
  on: (name: string, listener: (payload: never) => void) => {
    listeners.set(name, listener);
    return () => listeners.delete(name);
  },
} as unknown as BridgeClient;

/** Long enough for every promise that waits for nothing. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function open(): AloudController {
  const host = { addController: () => undefined, requestUpdate: () => undefined };
  return new AloudController(host as unknown as ReactiveControllerHost, {
    client: () => client,
    engine,
    storage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
    articleId: () => 'news:1.md',
  });
}

const begin = async (): Promise<void> => {
  controller.toggle();
  await settled();
};
const end = async (how: SayingEnd = 'ended'): Promise<void> => {
  finish(how);
  await settled();
};
const texts = (): string[] => said.map(({ text }) => text);

beforeEach(() => {
  shown = article;
  voices = [voice('en-GB'), voice('zh-CN')];
  said = [];
  marked = [];
  finish = () => undefined;
  listeners = new Map();
  kept = new Map();
  vi.stubGlobal('window', { addEventListener: () => undefined, removeEventListener: () => undefined });
  controller = open();
});

test('every sentence is read in turn, is highlighted, and is silent at the end', async () => {
  await begin();
  expect(controller.state).toMatchObject({ phase: 'speaking', at: 0 });
  for (let sentence = 0; sentence < 4; sentence += 1) await end();
  expect(texts()).toEqual(['A title', 'One.', 'Two.', '三。']);
  expect(marked).toEqual(['A title', 'One.', 'Two.', '三。', null]);
  expect(controller.state.phase).toBe('off');
});

test('a block in another language is read by a voice of that language', async () => {
  await begin();
  for (let sentence = 0; sentence < 3; sentence += 1) await end();
  expect(said.map(({ voice: { id } }) => id)).toEqual(['voice en-GB', 'voice en-GB', 'voice en-GB', 'voice zh-CN']);
});

test('reading begins where the frame says', async () => {
  shown = { ...article, start: { block: 1, offset: 5 } };
  await begin();
  expect(texts()).toEqual(['Two.']);
});

test('a pause keeps the place, and the sentence is read again from its beginning', async () => {
  await begin();
  await end();
  controller.toggle();
  await settled();
  expect(controller.state).toMatchObject({ phase: 'paused', at: 1 });
  controller.toggle();
  await settled();
  expect(texts()).toEqual(['A title', 'One.', 'One.']);
  await end();
  expect(texts().at(-1)).toBe('Two.');
});

test('steps lead to the sentence before and after, and not out of the article', async () => {
  await begin();
  controller.step(-1);
  controller.step(1);
  controller.step(1);
  await settled();
  expect(texts()).toEqual(['A title', 'One.', 'Two.']);
  controller.step(1);
  controller.step(1);
  await settled();
  expect(controller.state).toMatchObject({ phase: 'speaking', at: 3 });
});

test('a step in a pause moves the place without a sound', async () => {
  await begin();
  controller.toggle();
  controller.step(1);
  await settled();
  expect([controller.state.phase, controller.state.at, texts()]).toEqual(['paused', 1, ['A title']]);
  expect(marked.at(-1)).toBe('One.');
});

test('another speed and another voice hold at once, and are kept', async () => {
  voices = [...voices, voice('en-US')];
  await begin();
  controller.take({ kind: 'speed', speed: 1.4 });
  controller.take({ kind: 'voice', id: 'voice en-US' });
  await settled();
  expect(said.at(-1)).toMatchObject({ text: 'A title', speed: 1.4, voice: { id: 'voice en-US' } });
  expect(open().choices).toEqual({ speed: 1.4, voices: { en: 'voice en-US' } });
});

test('without a voice for the language of the article nothing is said', async () => {
  voices = [voice('zh-CN')];
  await begin();
  expect([controller.state.phase, controller.state.language, said]).toEqual(['voiceless', 'en', []]);
  voices = [voice('en-GB')];
  await begin();
  expect(controller.state.phase).toBe('speaking');
});

test('an article without words says that there is nothing to read', async () => {
  shown = { ...article, blocks: [{ text: '* * *', language: 'en' }] };
  await begin();
  expect([controller.state.phase, said]).toEqual(['empty', []]);
});

test('a voice that fails ends the reading there, and it can go on', async () => {
  await begin();
  await end('failed');
  expect(controller.state).toMatchObject({ phase: 'failed', at: 0 });
  await begin();
  expect(texts()).toEqual(['A title', 'A title']);
});

test('when the windows are hidden nothing is heard any more', async () => {
  await begin();
  listeners.get('window.hidden')?.(null as never);
  await settled();
  expect([controller.state.phase, marked.at(-1), texts()]).toEqual(['off', null, ['A title']]);
});

test('a document that is another by the time of the next sentence is taken up there', async () => {
  await begin();
  shown = { ...article, blocks: article.blocks.map(({ text, language }) => ({ text: text.replace('One', 'Uno'), language })) };
  await end();
  await settled();
  expect(texts()).toEqual(['A title', 'One.', 'Uno.']);
  shown = null;
  await end();
  expect(controller.state.phase).toBe('speaking');
  await vi.waitFor(() => expect(controller.state.phase).toBe('off'), 6_000);
}, 10_000);

test('a stop while voices are awaited is a stop', async () => {
  controller.toggle();
  controller.stop();
  await settled();
  expect([controller.state.phase, said]).toEqual(['off', []]);
});

test('the same text in a new document goes on; another text is taken up at the same sentence', async () => {
  await begin();
  await end();
  await controller.followDocument();
  expect(texts()).toEqual(['A title', 'One.']);
  shown = { ...article, blocks: article.blocks.map(({ text, language }) => ({ text: text.replace('One', 'Uno'), language })) };
  await controller.followDocument();
  await settled();
  expect(texts()).toEqual(['A title', 'One.', 'Uno.']);
  expect(controller.state).toMatchObject({ phase: 'speaking', at: 1 });
});
