import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { desktop, launchChromium, phone, signInAsDemo } from '../support/browser.ts';
import { openScene, prepareScenes, scenes } from './scenes/index.ts';

/**
 * Walks the pages of a running server as its demo people and takes a picture of each, on a desktop and on a phone, in
 * light and in dark:
 *
 *     npm run screenshots -- --url http://localhost:3000 --out /tmp/pictures [--only home,jobs] [--look phone-dark]
 *
 * It only looks, except that its job seeker applies for a job, and that its people open what is unread.
 */
interface Look {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: 'light' | 'dark';
}

const looks: readonly Look[] = [
  { name: 'desktop-light', viewport: desktop, colorScheme: 'light' },
  { name: 'desktop-dark', viewport: desktop, colorScheme: 'dark' },
  { name: 'phone-light', viewport: phone, colorScheme: 'light' },
  { name: 'phone-dark', viewport: phone, colorScheme: 'dark' },
];

/** Time for what a picture shows to come to rest, in milliseconds. */
const settleTime = 400;

async function takePictures(browser: Browser, look: Look, options: Options): Promise<void> {
  for (const person of ['guest', 'job_seeker', 'recruiter', 'operator'] as const) {
    const wanted = scenes.filter(
      ({ as, name, only }) =>
        as === person && options.isWanted(name) && (only === undefined || look.name.startsWith(only)),
    );
    if (wanted.length === 0) continue;
    const context = await browser.newContext({
      baseURL: options.url,
      viewport: look.viewport,
      colorScheme: look.colorScheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => process.stderr.write(`${look.name}: ${error.message}\n`));
    if (person !== 'guest') await signInAsDemo(page, person);
    for (const scene of wanted) {
      await openScene(page, scene);
      await page.waitForTimeout(settleTime);
      const file = path.join(options.out, `${look.name}-${scene.name}.png`);
      await page.screenshot({ path: file });
      process.stdout.write(`${file}\n`);
    }
    await context.close();
  }
}

interface Options {
  readonly url: string;
  readonly out: string;
  readonly isWanted: (name: string) => boolean;
}

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    out: { type: 'string', default: 'screenshots' },
    browser: { type: 'string' },
    only: { type: 'string' },
    look: { type: 'string' },
  },
});
const only = values.only?.split(',');
const options: Options = {
  url: values.url,
  out: values.out,
  isWanted: (name) => only?.includes(name) ?? true,
};
await mkdir(options.out, { recursive: true });
await prepareScenes(options.url);
const browser = await launchChromium(values.browser);
try {
  for (const look of looks.filter(({ name }) => values.look === undefined || values.look === name)) {
    await takePictures(browser, look, options);
  }
} finally {
  await browser.close();
}
