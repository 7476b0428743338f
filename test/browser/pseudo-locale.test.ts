import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, signInAsDemo, type TestBrowser } from '../support/browser.ts';
import { type ServerProcess, startServer } from '../support/server.ts';
import { openScene, scenes } from './scenes/index.ts';

/** The narrowest screen that pages have to fit (WCAG 1.4.10). */
const narrow = { width: 320, height: 640 } as const;
/** Dozens of pages in one test, in milliseconds. */
const patience = 300_000;

let server: ServerProcess;
let browser: TestBrowser;

beforeAll(async () => {
  server = await startServer({ args: ['--demo'] });
  browser = await openBrowser(server.url);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const accents: ReadonlyMap<string, string> = new Map([
  ['a', 'áà'],
  ['e', 'éè'],
  ['i', 'íì'],
  ['o', 'óò'],
  ['u', 'úù'],
]);

/** A text as some language might say it: longer by the number of its vowels, and with letters that no English text has. */
const stretch = (text: string): string =>
  text
    .split(/(\{[^}]*\})/)
    .map((part) =>
      part.startsWith('{') ? part : part.replaceAll(/[aeiou]/g, (vowel) => accents.get(vowel) ?? vowel),
    )
    .join('');

/** Lets a page speak a language that is not there: that of the English packs, stretched. */
async function speakPseudo(page: Page): Promise<void> {
  await page.route(/\/assets\/words-[a-z]+-en-/, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replaceAll(/`([^`]*)`/g, (whole, text: string) =>
      // Names of catalogues are no texts, and functions put their pieces together by themselves.
      /^[\da-z]+\.$|\$\{/.test(text) ? whole : `\`${stretch(text)}\``,
    );
    await route.fulfill({ response: answer, body });
  });
}

/** What sticks out of the page, and buttons that do not hold what they say. */
const overflows = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const found = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) {
      const widest = [...document.body.querySelectorAll('*')]
        .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
        .slice(0, 3)
        .map((element) => element.tagName + ' ' + element.textContent.trim().slice(0, 40));
      found.push('the page is ' + root.scrollWidth + ' px wide: ' + widest.join(' | '));
    }
    for (const button of document.querySelectorAll('button, a')) {
      const isOpen = getComputedStyle(button).overflowX === 'visible' && button.clientWidth > 0;
      if (isOpen && button.scrollWidth > button.clientWidth + 1) {
        found.push(button.tagName + ' ' + button.textContent.trim().slice(0, 60));
      }
    }
    return found;
  })()`);

test.each(['guest', 'job_seeker', 'recruiter', 'operator'] as const)(
  'pages of a %s hold longer words on the narrowest screen',
  async (person) => {
    const page = await browser.visit({ viewport: narrow });
    await speakPseudo(page);
    if (person !== 'guest') await signInAsDemo(page, person);
    const faults: string[] = [];
    let spoken = 0;
    // What is done on a page is done by its English names.
    for (const scene of scenes.filter(
      ({ as, act, only }) => as === person && act === undefined && only !== 'desktop',
    )) {
      await openScene(page, scene);
      faults.push(...(await overflows(page)).map((fault) => `${scene.name}: ${fault}`));
      if (/[áéíóú]/.test(await page.locator('body').innerText())) spoken += 1;
    }
    // What is still being asked for is not waited for.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().close();
    expect(spoken).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  },
  patience,
);
