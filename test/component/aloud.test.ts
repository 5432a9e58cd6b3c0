import type { Page } from '@playwright/test';
import { expect, test } from './host/open-window.ts';

const english = (text: string) => ({ text, language: 'en' });
const spoken = {
  blocks: [english('Counting birds'), english('One sentence. Another one.'), english('The last.')],
  language: 'en',
  start: { block: 0, offset: 0 },
};
const far = { voiceURI: 'far', name: 'Cloud', lang: 'en-US', localService: false, default: true };
const near = { voiceURI: 'near', name: 'Anna', lang: 'en-GB', localService: true, default: false };
const chinese = { voiceURI: 'ting', name: 'Ting', lang: 'zh-CN', localService: true, default: false };

/** In place of the system's voices; what is said ends when the test says so. */
const fakeSpeech = (page: Page, voices: readonly object[]): Promise<void> =>
  page.evaluate((known) => {
    const said: { readonly text: string; readonly voice: string | null; readonly rate: number }[] = [];
    let current: EventTarget | null = null;
    class Utterance extends EventTarget {
      voice: { readonly voiceURI: string } | null = null;
      rate = 1;
      readonly text: string;
      constructor(text: string) {
        super();
        this.text = text;
      }
    }
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => known,
      speak: (utterance: Utterance) => {
        current = utterance;
        said.push({ text: utterance.text, voice: utterance.voice?.voiceURI ?? null, rate: utterance.rate });
      },
      cancel: () => void (current = null),
    });
    const define = (name: string, value: unknown) => Object.defineProperty(window, name, { value, configurable: true });
    define('SpeechSynthesisUtterance', Utterance);
    define('speechSynthesis', synthesis);
    define('speech', { said, end: () => current?.dispatchEvent(new Event('end')), isSpeaking: () => current !== null });
  }, voices);

interface FakeSpeech {
  readonly said: readonly { readonly text: string; readonly voice: string | null; readonly rate: number }[];
  end(): void;
  isSpeaking(): boolean;
}
const speech = <Result>(page: Page, ask: (fake: FakeSpeech) => Result): Promise<Result> =>
  page.evaluate(`(${ask.toString()})(window.speech)`) as Promise<Result>;
const said = (page: Page) => speech(page, (fake) => fake.said.map(({ text }) => text));
const isSpeaking = (page: Page) => speech(page, (fake) => fake.isSpeaking());
const finish = (page: Page) => speech(page, (fake) => fake.end());

const command = (page: Page, name: string): Promise<void> =>
  page.evaluate((wanted) => window.fake.emit('window.command', { command: wanted }), name);
const disabled = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const call = window.fake.calls().findLast(({ name }) => name === 'window.disabledCommands');
    return (call?.input as { readonly commands: readonly string[] } | undefined)?.commands ?? [];
  });
const passages = (page: Page): Promise<readonly (string | null)[]> =>
  page.evaluate(() =>
    window.fake
      .calls()
      .filter(({ name }) => name === 'reading.showPassage')
      .map(({ input }) => (input as { readonly passage: { readonly text: string } | null }).passage?.text ?? null),
  );

const openArticle = async (page: Page, voices: readonly object[]): Promise<void> => {
  await fakeSpeech(page, voices);
  await page.evaluate((text) => {
    window.fake.answer('reading.text', text);
    window.fake.answer('reading.showPassage', true);
  }, spoken);
  await page.locator('op-article-row').nth(2).click();
  await expect(page.getByRole('button', { name: 'Read aloud' })).toBeVisible();
};
const bar = (page: Page) => page.getByRole('group', { name: 'Reading aloud' });

test('an article is read sentence by sentence, and never by a voice that needs a network', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await openArticle(page, [far, chinese, near]);
  await page.getByRole('button', { name: 'Read aloud' }).click();
  await expect(bar(page)).toContainText('1 / 4');
  await expect.poll(() => said(page)).toEqual(['Counting birds']);
  for (let sentence = 0; sentence < 4; sentence += 1) {
    await expect.poll(() => said(page)).toHaveLength(sentence + 1);
    await finish(page);
  }
  await expect(bar(page)).toHaveCount(0);
  expect(await said(page)).toEqual(['Counting birds', 'One sentence.', 'Another one.', 'The last.']);
  expect(await speech(page, (fake) => fake.said.map(({ voice }) => voice))).toEqual(['near', 'near', 'near', 'near']);
  expect(await passages(page)).toEqual(['Counting birds', 'One sentence.', 'Another one.', 'The last.', null]);
});

test('pause, steps, speed and voice by the bar; the voices of the article come first', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await openArticle(page, [chinese, far, near, { ...near, voiceURI: 'bea', name: 'Bea' }]);
  await page.keyboard.press('Control+Shift+U');
  await bar(page).getByRole('button', { name: 'Next sentence' }).click();
  await bar(page).getByRole('button', { name: 'Pause' }).click();
  await expect.poll(() => isSpeaking(page)).toBe(false);
  await bar(page).getByRole('button', { name: 'Previous sentence' }).click();
  await expect(bar(page)).toContainText('1 / 4');
  expect(await isSpeaking(page)).toBe(false);
  await bar(page).getByRole('combobox', { name: 'Speed' }).selectOption('1.4');
  const voice = bar(page).getByRole('combobox', { name: 'Voice' });
  expect(
    await voice.locator('optgroup').evaluateAll((groups) => groups.map((group) => group.textContent?.match(/\w+ /gu))),
  ).toEqual([['Anna ', 'Bea '], ['Ting ']]);
  await voice.selectOption('bea');
  await bar(page).getByRole('button', { name: 'Go on' }).click();
  await expect.poll(() => speech(page, (fake) => fake.said.at(-1))).toEqual({ text: 'Counting birds', voice: 'bea', rate: 1.4 });
});

test('commands of reading aloud can act only where there is something to act on', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  const names = ['next-sentence', 'previous-sentence', 'stop-reading-aloud'];
  await expect.poll(() => disabled(page)).toEqual(expect.arrayContaining(['read-aloud', ...names]));
  await openArticle(page, [near]);
  await expect.poll(() => disabled(page)).not.toContain('read-aloud');
  expect(await disabled(page)).toEqual(expect.arrayContaining(names));
  await command(page, 'read-aloud');
  await expect.poll(async () => (await disabled(page)).filter((name) => names.includes(name))).toEqual([]);
  await command(page, 'next-sentence');
  await expect.poll(() => said(page)).toEqual(['Counting birds', 'One sentence.']);
  await command(page, 'stop-reading-aloud');
  await expect(bar(page)).toHaveCount(0);
  expect(await isSpeaking(page)).toBe(false);
});

for (const [what, act] of [
  ['another article', (page: Page) => page.locator('op-article-row').nth(4).click()],
  ['the page as published', (page: Page) => command(page, 'toggle-original')],
  ['the key that hides the windows', (page: Page) => page.evaluate(() => window.fake.emit('window.hidden', null))],
  ['Escape in the bar', (page: Page) => bar(page).getByRole('button', { name: 'Pause' }).press('Escape')],
] as const)
  test(`reading ends with ${what}`, async ({ openWindow }) => {
    const page = await openWindow({ scenario: 'english' });
    await openArticle(page, [near]);
    await command(page, 'read-aloud');
    await expect.poll(() => isSpeaking(page)).toBe(true);
    await act(page);
    await expect(bar(page)).toHaveCount(0);
    expect(await isSpeaking(page)).toBe(false);
  });

test('where only voices of a network are there, that is said, and nothing is read', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await openArticle(page, [far]);
  await command(page, 'read-aloud');
  await expect(bar(page).getByRole('status')).toContainText('no offline voice for English');
  expect(await said(page)).toEqual([]);
  await bar(page).getByRole('button', { name: 'Stop reading aloud' }).click();
  await expect(bar(page)).toHaveCount(0);
});

test('the system of this machine, without a voice for the article, says so in Chinese', async ({ openWindow }) => {
  const page = await openWindow();
  const count = await page.evaluate(() => speechSynthesis.getVoices().filter(({ lang }) => lang.startsWith('zh')).length);
  expect(count, 'voices of the machine that this test runs on').toBe(0);
  await page.evaluate((text) => window.fake.answer('reading.text', text), { ...spoken, language: 'zh-Hans' });
  await page.locator('op-article-row').nth(1).click();
  await command(page, 'read-aloud');
  await expect(page.getByRole('group', { name: '朗读' }).getByRole('status')).toContainText('没有能离线朗读中文的语音');
});
