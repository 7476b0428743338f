import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desktop, openBrowser, phone, signInAsDemo, type TestBrowser } from '../support/browser.ts';
import { type ServerProcess, startServer } from '../support/server.ts';
import { openScene, prepareScenes, scenes } from './scenes/index.ts';

/** Dozens of pages in one test, in milliseconds. */
const patience = 480_000;
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let server: ServerProcess;
let browser: TestBrowser;

beforeAll(async () => {
  server = await startServer({ args: ['--demo'] });
  browser = await openBrowser(server.url);
  await prepareScenes(server.url);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

// Two at a time: while one page loads, axe looks at the other.
describe.concurrent.each([
  { screen: 'desktop', viewport: desktop },
  { screen: 'phone', viewport: phone },
] as const)('on a $screen', ({ screen, viewport }) => {
  test.each(['guest', 'job_seeker', 'recruiter', 'operator'] as const)(
    '%s',
    async (person) => {
      const page = await browser.visit({ viewport, colorScheme: 'light' });
      if (person !== 'guest') await signInAsDemo(page, person);
      const faults: string[] = [];
      for (const scene of scenes.filter(({ as, only }) => as === person && (only ?? screen) === screen)) {
        await openScene(page, scene);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          faults.push(...(await violations(page, colorScheme, `${scene.name}, ${colorScheme}`)));
        }
        await page.emulateMedia({ colorScheme: 'light' });
      }
      await page.context().close();
      expect(faults).toEqual([]);
    },
    patience,
  );
});

/** What axe finds, a line for each place. In dark only the colours differ, so only they are looked at again. */
async function violations(page: Page, colorScheme: 'light' | 'dark', where: string): Promise<string[]> {
  // The new mode opens another page for each report, which takes the focus from the one that is looked at.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (colorScheme === 'light') axe.withTags(standards);
  else axe.withRules(['color-contrast']);
  const results = await axe.analyze();
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${where}: ${id} (${help}) at ${target.join(' ')}`),
  );
}
