import { AxeBuilder } from '@axe-core/playwright';
import { type Client, createClient, memoryTokens } from '@rolecall/client';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { examplesOf, readPage } from '../documentation/examples.ts';
import { desktop, openBrowser, phone, type TestBrowser } from '../support/browser.ts';
import { type ForeignApp, serveForeignApp } from '../support/foreign-app.ts';
import { everythingAtOnce, until } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

/** A page of another origin. */
let app: ForeignApp;
/** Programs of docs/react.md. */
let program: string;
let germanHeader: string;
let server: ServerProcess;
let browser: TestBrowser;
let operator: Client;
let person: Client;
let personId: string;
let email: string;
let made = 0;
const password = 'correct horse battery';

beforeAll(async () => {
  app = await serveForeignApp();
  server = await startServer({ args: ['--demo'], environment: { ROLECALL_ALLOWED_ORIGINS: app.origin } });
  [program = '', germanHeader = ''] = examplesOf(readPage('react.md'))
    .filter(({ language }) => language === 'tsx')
    .map(({ code }) => code.replaceAll('http://localhost:3000', server.url));
  await app.show(program);
  operator = createClient({ baseUrl: server.url });
  await operator.auth.signIn({ body: { email: 'odile@demo.example', password: 'rolecall-demo' } });
  browser = await openBrowser(app.origin);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await app?.close();
});

/** Somebody new, with the greeting of the server as the only notification. */
beforeEach(async () => {
  made += 1;
  email = `paula.${made}@example.org`;
  const tokens = memoryTokens();
  person = createClient({ baseUrl: server.url, tokens });
  const { account } = await person.auth.signUp({
    body: { email, password, name: 'Paula', role: 'job_seeker' },
  });
  await everythingAtOnce(person);
  personId = account.id;
  app.token = async () => tokens.read()?.accessToken ?? null;
});

async function tell(...titles: string[]): Promise<void> {
  await operator.events.sendMany({
    body: {
      items: titles.map((title) => ({
        type: 'notification',
        user_id: personId,
        kind: 'service_message',
        payload: { title, message: `${title}, told.`, action: { label: 'Open', path: '/applications' } },
      })),
    },
  });
}

const bellOf = (page: Page) => page.getByRole('banner').getByRole('button');
const panelOf = (page: Page) => page.getByRole('dialog', { name: 'Notifications' });
const centerOf = (page: Page) => page.getByRole('region', { name: 'Notifications' });
const itemOf = (within: Locator, title: string) => within.getByRole('listitem').filter({ hasText: title });
const isFocused = (element: Locator) => element.and(element.page().locator('*:focus')).waitFor();
const unreadCount = async () => (await person.notifications.counts()).unread;

async function visit(viewport: { readonly width: number; readonly height: number } = desktop): Promise<Page> {
  const page = await browser.visit({ viewport });
  await page.goto('/');
  await bellOf(page)
    .and(page.getByRole('button', { name: 'Notifications, 1 unread' }))
    .waitFor();
  await centerOf(page).getByText('Welcome to Rolecall').waitFor();
  return page;
}

test('what arrives shows at once in the bell and in the list, and is read out', async () => {
  const page = await visit();
  expect(await page.getByRole('status').allTextContents()).not.toContain(expect.stringContaining('New'));
  await tell('Interview on Tuesday');
  await page.getByRole('button', { name: 'Notifications, 2 unread' }).waitFor();
  expect(await bellOf(page).textContent()).toBe('2');
  const first = centerOf(page).getByRole('listitem').first();
  await first.filter({ hasText: 'Interview on Tuesday' }).waitFor();
  expect(await first.locator('time').textContent()).toBe('just now');
  await page.getByRole('status').filter({ hasText: 'New notification: Interview on Tuesday' }).waitFor();
  await tell('One', 'Two', 'Three');
  await page.getByRole('status').filter({ hasText: '3 new notifications' }).waitFor();
  await page.context().close();
});

test('marking tells the server, and what is marked on another device shows here', async () => {
  await tell('First', 'Second');
  const page = await browser.visit();
  await page.goto('/');
  const center = centerOf(page);
  await center.getByRole('button', { name: 'Mark as read: First' }).click();
  await page.getByRole('button', { name: 'Notifications, 2 unread' }).waitFor();
  await until('the server to know', async () => ((await unreadCount()) === 2 ? true : undefined));

  const { items } = await person.notifications.list({});
  const second = items.find(({ title }) => title === 'Second');
  await person.notifications.mark({ params: { notification_id: second?.id ?? '' }, body: { read: true } });
  await itemOf(center, 'Second').getByRole('button', { name: 'Mark as unread: Second' }).waitFor();

  await center.getByRole('button', { name: 'Mark all as read' }).click();
  await bellOf(page)
    .and(page.getByRole('button', { name: 'Notifications', exact: true }))
    .waitFor();
  await until('the server to know', async () => ((await unreadCount()) === 0 ? true : undefined));
  await page.context().close();
});

test('a mark that the server does not take is taken back', async () => {
  const page = await visit();
  await page.route('**/read-state', (route) => route.abort());
  await centerOf(page)
    .getByRole('button', { name: /^Mark as read/ })
    .click();
  await centerOf(page).getByRole('alert').getByText('could not be saved').waitFor();
  await page.getByRole('button', { name: 'Notifications, 1 unread' }).waitFor();
  await centerOf(page)
    .getByRole('button', { name: /^Mark as read/ })
    .waitFor();
  await page.context().close();
});

test('the keyboard opens the bell, goes through the items, marks, and comes back', async () => {
  await tell('First', 'Second', 'Third');
  const page = await browser.visit();
  await page.goto('/');
  await page.getByRole('button', { name: 'Notifications, 4 unread' }).waitFor();
  await page.keyboard.press('Tab');
  await isFocused(bellOf(page));
  await page.keyboard.press('Enter');
  const panel = panelOf(page);
  await isFocused(panel);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await isFocused(bellOf(page));

  await page.keyboard.press('Enter');
  await itemOf(panel, 'Third').waitFor();
  const link = (title: string) => itemOf(panel, title).getByRole('link');
  // Close, the chosen tab, mark all, the first item.
  for (const _ of [1, 2, 3, 4]) await page.keyboard.press('Tab');
  await isFocused(link('Third'));
  await page.keyboard.press('ArrowDown');
  await isFocused(link('Second'));
  await page.keyboard.press('End');
  await isFocused(itemOf(panel, 'Welcome').getByRole('link'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await isFocused(link('First'));
  await page.keyboard.press('Home');
  await isFocused(link('Third'));

  for (const _ of [1, 2]) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await isFocused(panel.getByRole('tab', { name: 'Unread', selected: true }));
  for (const _ of [1, 2, 3]) await page.keyboard.press('Tab');
  await isFocused(itemOf(panel, 'Third').getByRole('button'));
  await page.keyboard.press('Enter');
  await itemOf(panel, 'Third').waitFor({ state: 'detached' });
  await isFocused(link('Second'));

  await page.keyboard.press('Enter');
  await page.waitForURL(`${server.url}/**`);
  await until('the server to know', async () => ((await unreadCount()) === 2 ? true : undefined));
  await page.context().close();
});

test('a press outside closes the panel, and leaving it with Tab too', async () => {
  const page = await visit();
  const panel = panelOf(page);
  await bellOf(page).click();
  await panel.waitFor();
  await page.getByRole('heading', { name: 'Your inbox' }).click();
  await panel.waitFor({ state: 'detached' });
  await bellOf(page).click();
  await isFocused(panel);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await panel.getByRole('button', { name: /^Mark as/ }).focus();
  await page.keyboard.press('Tab');
  await panel.waitFor({ state: 'detached' });
  await page.context().close();
});

test('a long inbox comes in pages', async () => {
  const numbers = Array.from({ length: 45 }, (_, index) => index + 1);
  await tell(...numbers.map((number) => `Message ${number}`));
  const page = await browser.visit();
  await page.goto('/');
  const center = centerOf(page);
  const countItems = () => center.getByRole('listitem').count();
  await itemOf(center, 'Message 45,').waitFor();
  expect(await countItems()).toBe(20);
  await center.getByRole('button', { name: 'Load more' }).click();
  await itemOf(center, 'Message 6,').waitFor();
  await center.getByRole('button', { name: 'Load more' }).click();
  await itemOf(center, 'Welcome').waitFor();
  expect(await countItems()).toBe(46);
  expect(await center.getByRole('button', { name: 'Load more' }).count()).toBe(0);
  await page.context().close();
});

test('says when there is no network, when nothing can be read, and when nobody is signed in', async () => {
  const page = await visit();
  const center = centerOf(page);
  await page.context().setOffline(true);
  await center.getByText('You are offline').waitFor();
  await page.context().setOffline(false);
  await center.getByText('You are offline').waitFor({ state: 'detached' });

  await page.route('**/api/v1/notifications?*', (route) => route.abort());
  await page.reload();
  await center.getByText('could not be loaded').waitFor();
  await page.unroute('**/api/v1/notifications?*');
  // With the next word of the socket it reads the list by itself, and the button may be gone.
  await center
    .getByRole('button', { name: 'Try again' })
    .click({ timeout: 5_000 })
    .catch(() => undefined);
  await center.getByText('Welcome to Rolecall').waitFor();

  app.token = async () => null;
  await page.reload();
  await center.getByText('You are signed out').waitFor();
  await page.context().close();
});

test.each([
  { screen: 'desktop', viewport: desktop },
  { screen: 'phone', viewport: phone },
] as const)('axe finds nothing on a $screen, in light and in dark', async ({ screen, viewport }) => {
  await tell('First', 'Second');
  const page = await browser.visit({ viewport });
  await page.goto('/');
  await itemOf(centerOf(page), 'Second').waitFor();
  const faults: string[] = [];
  for (const isOpen of [false, true]) {
    if (isOpen) {
      await bellOf(page).click();
      await itemOf(panelOf(page), 'Second').waitFor();
      const box = await panelOf(page).boundingBox();
      expect(box?.width).toBe(screen === 'phone' ? viewport.width : 400);
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      faults.push(
        ...violations.map(
          ({ id, nodes }) => `${colorScheme}: ${id} at ${nodes[0]?.target} ${nodes[0]?.failureSummary}`,
        ),
      );
    }
  }
  expect(faults).toEqual([]);
  await page.context().close();
});

test('tabs of the same person share one connection, and all show what arrives', async () => {
  await app.show(program.replace('accessToken={', `userId="${personId}" accessToken={`));
  const first = await browser.visit();
  const second = await first.context().newPage();
  let sockets = 0;
  for (const page of [first, second]) {
    page.on('websocket', () => {
      sockets += 1;
    });
    await page.goto('/');
    await page.getByRole('button', { name: 'Notifications, 1 unread' }).waitFor();
  }
  await tell('To all tabs');
  for (const page of [first, second]) await itemOf(centerOf(page), 'To all tabs').waitFor();
  expect(sockets).toBe(1);
  await first.close();
  await tell('To the one that is left');
  await itemOf(centerOf(second), 'To the one that is left').waitFor();
  await second.getByRole('button', { name: 'Notifications, 3 unread' }).waitFor();
  await second.context().close();
});

test('speaks another language, with the session cookie, and opens by the router of the page', async () => {
  await app.show(`${germanHeader}
    import '@rolecall/client/react/styles.css';
    import { createRoot } from 'react-dom/client';
    const root = document.querySelector('#root');
    const navigate = (path: string) => { document.title = path; };
    if (root !== null) createRoot(root).render(<header dir="rtl"><strong>Acme</strong><Header navigate={navigate} /></header>);`);
  await tell('Neue Stelle');
  const page = await browser.visit();
  await page.goto('/');
  await page.evaluate(
    async ([url, body]) => {
      const headers = { 'content-type': 'application/json' };
      await fetch(`${url}/api/v1/auth/sign-in`, { method: 'POST', credentials: 'include', headers, body });
    },
    [server.url, JSON.stringify({ email, password })] as const,
  );
  // The new one, the greeting, and the word of a sign-in from a new device.
  await page.reload();
  const bell = page.getByRole('button', { name: 'Benachrichtigungen, 3 ungelesen' });
  await bell.click();
  const panel = page.getByRole('dialog', { name: 'Neuigkeiten' });
  const link = panel.getByRole('link', { name: 'Ungelesen: services: Neue Stelle' });
  // From right to left, the panel begins where the bell does.
  const [panelBox, bellBox] = [await panel.boundingBox(), await bell.boundingBox()];
  expect(panelBox?.x).toBe(bellBox?.x);
  await link.click();
  await panel.waitFor({ state: 'detached' });
  await isFocused(page.getByRole('button', { name: 'Benachrichtigungen, 2 ungelesen' }));
  expect(await page.title()).toBe('/applications');
  expect(page.url()).toBe(`${app.origin}/`);
  await page.context().close();
});

test('no page had a fault', () => {
  expect(browser.faults).toEqual([]);
});
