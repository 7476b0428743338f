/**
 * What a page weighs and when it is painted, in a real Chromium on a slow line: 1.6 Mbit/s and 150 ms, with an empty cache, of
 * the built app and a server with the demo's data.
 *
 *     npm run bench:page -- [--runs 5]
 */
import { parseArgs } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import { desktop, launchChromium, signInAsDemo } from '../test/support/browser.ts';
import { startServer } from '../test/support/server.ts';
import { countTransfers, type Transfer } from '../test/support/transfers.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const runs = Number(values.runs);
const line = { bitsPerSecond: 1_600_000, latencyMs: 150 };
/** In milliseconds, for the largest content. */
const goals = { guest: 1_500, signedIn: 2_500 };

interface Painted {
  readonly first: number;
  readonly largest: number;
  readonly requests: number;
  readonly kib: number;
}

const server = await startServer({ args: ['--demo'] });
const browser = await launchChromium();

/** Until nothing has come for a while: a socket that stays open would never let the network be idle. */
async function untilQuiet(page: Page, transfers: readonly Transfer[]): Promise<void> {
  let known = -1;
  while (known !== transfers.length) {
    known = transfers.length;
    await page.waitForTimeout(1_500);
  }
}

/** Runs in the page, as a text: the types of Node.js know no largest content. */
const readPaints = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const first = performance.getEntriesByName('first-contentful-paint')[0].startTime;
    resolve({ first, largest: list.getEntries().at(-1).startTime });
  }).observe({ type: 'largest-contentful-paint', buffered: true });
})`;

/** Opens a page once on the slow line, and waits until nothing more is loaded. */
async function open(
  context: BrowserContext,
  path: string,
  waitFor: (page: Page) => Promise<void>,
): Promise<Painted> {
  const page = await context.newPage();
  const transfers = await countTransfers(page);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: line.latencyMs,
    downloadThroughput: line.bitsPerSecond / 8,
    uploadThroughput: line.bitsPerSecond / 8,
  });
  await page.goto(path);
  await waitFor(page);
  await untilQuiet(page, transfers);
  const painted = await page.evaluate<Omit<Painted, 'requests' | 'kib'>>(readPaints);
  await page.close();
  const kib = transfers.reduce((sum, { bytes }) => sum + bytes, 0) / 1_024;
  return { ...painted, requests: transfers.length, kib };
}

const visit = () =>
  browser.newContext({ baseURL: server.url, viewport: desktop, locale: 'en-GB', reducedMotion: 'reduce' });

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).waitFor();

function middle(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function measure(name: string, goal: number, once: () => Promise<Painted>): Promise<void> {
  const all: Painted[] = [];
  for (let run = 0; run < runs; run += 1) all.push(await once());
  const of = (pick: (one: Painted) => number) => Math.round(middle(all.map(pick)));
  const largest = of(({ largest: time }) => time);
  console.log(
    `| ${name} | ${of(({ requests }) => requests)} | ${of(({ kib }) => kib)} | ${of(({ first }) => first)} | ${largest} | ${goal} ${largest <= goal ? 'held' : 'missed'} |`,
  );
}

console.log('| page | requests | KiB | first paint ms | largest paint ms | goal ms |');
console.log('|---|---|---|---|---|---|');
await measure('`/`, guest', goals.guest, async () => {
  const context = await visit();
  const painted = await open(context, '/', heading);
  await context.close();
  return painted;
});
await measure('`/jobs`, guest', goals.signedIn, async () => {
  const context = await visit();
  const painted = await open(context, '/jobs', (page) => page.getByTestId('job-card').first().waitFor());
  await context.close();
  return painted;
});
const person = await visit();
const page = await person.newPage();
await signInAsDemo(page, 'job_seeker');
await page.close();
await measure('`/notifications`, signed in', goals.signedIn, () =>
  open(person, '/notifications', (inbox) =>
    inbox
      .getByTestId(/^notification(-group)?$/)
      .first()
      .waitFor(),
  ),
);

await browser.close();
await server.stop();
