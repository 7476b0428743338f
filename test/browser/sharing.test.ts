import { type Client, createClient, memoryTokens } from '@rolecall/client';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { everythingAtOnce, password, until } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/server.ts';
import { type SharingPage, serveSharingPage } from '../support/sharing-page.ts';

let site: SharingPage;
let server: ServerProcess;
let browser: TestBrowser;
let operator: Client;

beforeAll(async () => {
  site = await serveSharingPage();
  server = await startServer({ args: ['--demo'], environment: { ROLECALL_ALLOWED_ORIGINS: site.origin } });
  operator = createClient({ baseUrl: server.url });
  await operator.auth.signIn({ body: { email: 'odile@demo.example', password: 'rolecall-demo' } });
  browser = await openBrowser(site.origin);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await site?.close();
});

async function tell(userId: string, count: number): Promise<void> {
  await operator.events.sendMany({
    body: {
      items: Array.from({ length: count }, (_, index) => ({
        type: 'notification' as const,
        user_id: userId,
        kind: 'service_message' as const,
        payload: { title: `Number ${index}`, message: 'It is told.' },
      })),
    },
  });
}

/** How many connections job seekers have to the server. */
async function connections(): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/^rolecall_realtime_connections\{role="job_seeker"\} (\d+)$/m.exec(text)?.[1]);
}

const untilConnections = (count: number) =>
  until(`${count} connections`, async () => ((await connections()) === count ? true : undefined));

/** A new person with tabs in one profile, all of them live. */
async function openTabs(name: string, worker: 'yes' | 'no', count: number, script = '') {
  const tokens = memoryTokens();
  const person = createClient({ baseUrl: server.url, tokens });
  const { account } = await person.auth.signUp({
    body: { email: `${name}@example.org`, password, name: 'Paula', role: 'job_seeker' },
  });
  await everythingAtOnce(person);
  const first = await browser.visit();
  const context = first.context();
  await context.addInitScript(script);
  const address = new URLSearchParams({
    ...{ baseUrl: server.url, userId: account.id, worker },
    token: tokens.read()?.accessToken ?? '',
  });
  const open = async (page: Page) => {
    await page.goto(`${site.origin}/#${address}`);
    await page.waitForFunction(`globalThis.feed?.status.state === 'live'`);
    return page;
  };
  const pages = [await open(first)];
  while (pages.length < count) pages.push(await open(await context.newPage()));
  return { userId: account.id, context, pages, open: async () => open(await context.newPage()) };
}

/** Who has the connection: whoever holds its lock, and a tab holds one of its own too. */
const host = (page: Page): Promise<unknown> =>
  page.evaluate(`navigator.locks.query().then(({ held }) => {
    const party = held.map(({ name }) => name).sort((one, other) => one.length - other.length)[0];
    const { clientId } = held.find(({ name }) => name === party);
    return held.some((lock) => lock.name !== party && lock.clientId === clientId) ? 'a tab' : 'the worker';
  })`);

async function applied(page: Page, last: number): Promise<unknown> {
  await page.waitForFunction(`applied.at(-1) === ${last}`);
  return page.evaluate('applied');
}

/** The first notification is the greeting of the server. */
const from = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const end = async (context: BrowserContext) => {
  await context.close();
  await untilConnections(0);
};

describe.each([
  ['the worker', 'yes'],
  ['a tab', 'no'],
] as const)('tabs that share the connection of %s', (holder, worker) => {
  test('are sent everything once by the server, and each applies it once, also after one has gone', async () => {
    const { userId, context, pages, open } = await openTabs(`sharing.${worker}`, worker, 3);
    expect(await connections()).toBe(1);
    await tell(userId, 5);
    for (const page of pages) expect(await host(page)).toBe(holder);
    for (const page of pages) expect(await applied(page, 6)).toEqual(from(2, 6));

    const [first, ...others] = pages;
    const [closed] = await Promise.all([first?.close(), tell(userId, 20)]);
    expect(closed).toBeUndefined();
    for (const page of others) expect(await applied(page, 26)).toEqual(from(2, 26));

    const late = await open();
    await tell(userId, 1);
    for (const page of others) expect(await applied(page, 27)).toEqual(from(2, 27));
    expect(await applied(late, 27)).toEqual([27]);
    expect(await connections()).toBe(1);
    await end(context);
  });

  test('end together when the person signs out in one of them', async () => {
    const { context, pages } = await openTabs(`leaving.${worker}`, worker, 2);
    await pages[1]?.evaluate('feed.signOut()');
    for (const page of pages) await page.waitForFunction(`feed.status.state === 'stopped'`);
    await untilConnections(0);
    await end(context);
  });
});

test.each([
  ['that the browser has not', 'delete globalThis.SharedWorker'],
  [
    'that does not load',
    `globalThis.SharedWorker = class extends SharedWorker { constructor() { super('/missing.js') } }`,
  ],
])('a worker %s is done without', async (_name, script) => {
  const { userId, context, pages } = await openTabs(`without.${script.length}`, 'yes', 2, script);
  await tell(userId, 1);
  for (const page of pages) {
    expect(await applied(page, 2)).toEqual([2]);
    expect(await host(page)).toBe('a tab');
  }
  expect(await connections()).toBe(1);
  await end(context);
});

test('where no WebSocket gets through, a stream from another origin is shared', async () => {
  const { userId, context, pages } = await openTabs(
    'streaming',
    'no',
    2,
    `globalThis.WebSocket = class extends WebSocket { constructor() { super('ws://127.0.0.1:1/') } }`,
  );
  expect(await connections()).toBe(1);
  await tell(userId, 5);
  for (const page of pages) expect(await applied(page, 6)).toEqual(from(2, 6));
  const [first, second] = pages;
  await Promise.all([first?.close(), tell(userId, 5)]);
  if (second === undefined) throw new Error('there is no second tab');
  expect(await applied(second, 11)).toEqual(from(2, 11));
  await end(context);
});
