import { expect, type Page, test } from '@playwright/test';
import { type Application, article, articleRoot, openApplication, rows } from './application.ts';
import { makeLibraryOf } from './hostile-archive.ts';

let library: Awaited<ReturnType<typeof makeLibraryOf>>;
let application: Application;
let page: Page;

const filler = Array.from({ length: 12 }, (_unused, at) => `Paragraph ${at + 1} begins. It ends here.`).join('\n\n');
const pages = {
  'pages/1.md': `# A long walk

First sentence here. *Second* one[^1] here!

\`\`\`
const code = 'never read aloud';
\`\`\`

- an item
- another item

${filler}

[^1]: What the note says.
`,
  'pages/2.md': '# 一次长途散步\n\n潮水退去以后，先亮起来的是水光。随后才看得见鸟。\n',
};

test.beforeEach(async () => {
  library = await makeLibraryOf(pages);
  application = await openApplication(library.dir, { isPlaceFollowed: true });
  page = application.page;
  await page
    .getByRole('treeitem', { name: /^hostile/u })
    .first()
    .click();
});

test.afterEach(async () => {
  await application.close();
  await library.remove();
});

const open = async (title: string): Promise<void> => {
  await rows(page)
    .filter({ has: page.locator('.title').getByText(title, { exact: true }) })
    .click();
  await expect(article(page).locator('h1')).toHaveText(title);
};

/** What is painted as read, of the document that is open. */
const highlighted = (): Promise<string> =>
  articleRoot(page).evaluate(() => {
    const [range] = CSS.highlights.get('aloud') ?? [];
    return range instanceof Range ? range.toString() : '';
  });
const isInView = (): Promise<boolean> =>
  articleRoot(page).evaluate(() => {
    const [range] = CSS.highlights.get('aloud') ?? [];
    const box = range instanceof Range ? range.getBoundingClientRect() : null;
    return box !== null && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
  });

/**
 * A system with one voice, which says nothing and ends when it is told to. The reader's place is not asked for meanwhile: a frame
 * that comes while the application looks for it would be hidden from the test.
 */
const giveVoice = (language: string): Promise<void> =>
  page.evaluate((lang) => {
    const said: string[] = [];
    let current: EventTarget | null = null;
    class Utterance extends EventTarget {
      readonly text: string;
      constructor(text: string) {
        super();
        this.text = text;
      }
    }
    const voice = { voiceURI: 'near', name: 'Near', lang, localService: true, default: true };
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => [voice],
      speak: (utterance: Utterance) => {
        current = utterance;
        said.push(utterance.text);
      },
      cancel: () => void (current = null),
    });
    const define = (name: string, value: unknown) => Object.defineProperty(window, name, { value, configurable: true });
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    define('SpeechSynthesisUtterance', Utterance);
    define('speechSynthesis', synthesis);
    define('said', said);
    define('endSentence', () => current?.dispatchEvent(new Event('end')));
  }, language);
/** A frame that comes while the application looks into frames may never be there for the test, nor for the window. */
async function holdLooksWhile(act: () => Promise<void>): Promise<void> {
  const way = await application.electron.evaluateHandle(({ BrowserWindow }) => {
    const found = BrowserWindow.getAllWindows()[0]?.webContents.debugger;
    const attach = found?.attach.bind(found);
    if (!found || !attach) throw new Error('there is no window');
    found.attach = () => {
      throw new Error('held back by the test');
    };
    return { goOn: () => void (found.attach = attach) };
  });
  await act();
  await way.evaluate(({ goOn }) => {
    goOn();
  });
}
const endSentence = (): Promise<void> => page.evaluate('window.endSentence()');
const start = (): Promise<void> => page.getByRole('button', { name: 'Read aloud' }).click();

test('sentences are highlighted in turn, without code and marks of footnotes, and kept in view', async () => {
  await page.setViewportSize({ width: 1200, height: 420 });
  await giveVoice('en-GB');
  await open('A long walk');
  await start();
  const expected = ['A long walk', 'First sentence here.', 'Second one1 here!', 'an item', 'another item', 'Paragraph 1 begins.'];
  for (const sentence of expected) {
    await expect.poll(highlighted).toBe(sentence);
    await endSentence();
  }
  for (let sentence = 0; sentence < 20; sentence += 1) {
    await expect.poll(isInView).toBe(true);
    const before = await highlighted();
    await endSentence();
    await expect.poll(highlighted).not.toBe(before);
  }
  expect(await articleRoot(page).evaluate(() => scrollY)).toBeGreaterThan(100);
  await page.getByRole('button', { name: 'Stop reading aloud' }).click();
  await expect.poll(highlighted).toBe('');
});

test('reading begins with what is selected, or else with the first paragraph that is seen', async () => {
  await page.setViewportSize({ width: 1200, height: 420 });
  await giveVoice('en-GB');
  await open('A long walk');
  await articleRoot(page).evaluate(() => {
    const paragraphs = [...document.querySelectorAll('.body > p')];
    paragraphs[5]?.scrollIntoView();
    getSelection()?.empty();
  });
  await start();
  await expect.poll(highlighted).toBe('Paragraph 5 begins.');
  await page.getByRole('button', { name: 'Stop reading aloud' }).click();
  await articleRoot(page).evaluate(() => {
    const text = document.querySelectorAll('.body > p')[7]?.firstChild;
    if (text) getSelection()?.setBaseAndExtent(text, 22, text, 26);
  });
  await start();
  await expect.poll(highlighted).toBe('It ends here.');
});

test('marks of a search stay as they are, and what is looked for meanwhile does not end the reading', async () => {
  await giveVoice('en-GB');
  await open('A long walk');
  await start();
  await expect.poll(highlighted).toBe('A long walk');
  await endSentence();
  await expect.poll(highlighted).toBe('First sentence here.');
  await page.keyboard.press('Control+f');
  await page.locator('op-find-bar input').fill('sentence');
  await expect(article(page).locator('mark')).toHaveText(['sentence']);
  await expect.poll(highlighted).toBe('First sentence here.');
  await endSentence();
  await expect.poll(highlighted).toBe('Second one1 here!');
  await expect(article(page).locator('mark')).toHaveText(['sentence']);
});

test('Chinese is read as it is shown, also when it is shown in another script meanwhile', async () => {
  await giveVoice('zh-CN');
  await open('一次长途散步');
  await start();
  await expect.poll(highlighted).toBe('一次长途散步');
  await endSentence();
  await expect.poll(highlighted).toBe('潮水退去以后，先亮起来的是水光。');
  await page.getByRole('button', { name: 'Text and colours' }).click();
  // While the frame comes nobody but the test looks at it.
  await holdLooksWhile(async () => {
    await page.getByLabel('Chinese is shown in').selectOption('Traditional (Taiwan)');
    await expect(article(page).locator('h1')).toHaveText('一次長途散步');
  });
  await expect.poll(() => page.evaluate('window.said.at(-1)')).toBe('潮水退去以後，先亮起來的是水光。');
  await expect.poll(highlighted).toBe('潮水退去以後，先亮起來的是水光。');
});

test('a system without voices says so, and leads to what the handbook says about them', async () => {
  await page.evaluate(() => Object.defineProperty(document, 'visibilityState', { value: 'hidden' }));
  await open('A long walk');
  expect(await page.evaluate(() => speechSynthesis.getVoices().length), 'voices of this machine').toBe(0);
  await start();
  const bar = page.getByRole('group', { name: 'Reading aloud' });
  await expect(bar.getByRole('status')).toContainText('This computer has no offline voice for English');
  await bar.getByRole('button', { name: 'How to install voices' }).click();
  await expect(article(page).locator('h1')).toHaveText('Reading');
  await expect(bar).toHaveCount(0);
  await expect.poll(() => articleRoot(page).evaluate(() => scrollY)).toBeGreaterThan(100);
  await expect(article(page).locator('h2', { hasText: 'Reading aloud' })).toBeInViewport();
});
