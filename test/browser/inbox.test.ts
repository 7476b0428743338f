import { AxeBuilder } from '@axe-core/playwright';
import { type Client, createClient, memoryTokens } from '@rolecall/client';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  desktop,
  fetchAsHere,
  openBrowser,
  phone,
  signedUpHere,
  signIn,
  type TestBrowser,
  toast,
} from '../support/browser.ts';
import { everythingAtOnce, signUpRecruiter, until } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

let server: ServerProcess;
let browser: TestBrowser;
let operator: Client;
let recruiter: Client;
let person: Client;
let personId: string;
let email: string;
let made = 0;
const password = 'correct horse battery';

beforeAll(async () => {
  server = await startServer({ args: ['--demo'] });
  browser = await openBrowser(server.url);
  operator = createClient({ baseUrl: server.url });
  await operator.auth.signIn({ body: { email: 'odile@demo.example', password: 'rolecall-demo' } });
  recruiter = (await signUpRecruiter(server.url, 'Rita', 'Acme')).client;
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Somebody new, who has been greeted and told of two things. */
beforeEach(async () => {
  made += 1;
  email = `nora.${made}@example.org`;
  person = createClient({ baseUrl: server.url, tokens: memoryTokens(), fetch: fetchAsHere(server.url) });
  const { account } = await person.auth.signUp({
    body: { email, password, name: 'Nora', role: 'job_seeker' },
  });
  await everythingAtOnce(person);
  personId = account.id;
  await tell('Bring your papers', 'Your badge is ready');
});

async function tell(...titles: string[]): Promise<void> {
  await operator.events.sendMany({
    body: {
      items: titles.map((title) => ({
        type: 'notification',
        user_id: personId,
        kind: 'service_message',
        payload: { title, message: `${title}.`, action: { label: 'See the jobs', path: '/jobs' } },
      })),
    },
  });
}

/** Has the recruiter post so many jobs that fit the person, each of which is told before the next one is posted. */
async function tellOfJobs(count: number): Promise<void> {
  const title = `Marine Welder ${made}`;
  await person.me.updateProfile({ body: { skills: ['welding'], wanted_titles: [title] } });
  for (let posted = 0; posted < count; posted += 1) {
    await recruiter.jobs.create({
      body: {
        title: `${title} on quay ${posted}`,
        description: 'You weld ships.',
        places: ['Hamburg'],
        skills: ['welding'],
      },
    });
    await until('the job to be told', async () => {
      const { items } = await person.notifications.list({ query: { kind: 'job_alert' } });
      return items.length === posted + 1 ? true : undefined;
    });
  }
}

const rows = (page: Page): Locator => page.getByRole('main').getByTestId('notification');
const row = (page: Page, title: string): Locator => rows(page).filter({ hasText: title });
const gone = (locator: Locator) => locator.waitFor({ state: 'detached' });
const isFocused = (locator: Locator) => locator.and(locator.page().locator('*:focus')).waitFor();

async function menu(page: Page, title: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for: ${title}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function visit(viewport: { readonly width: number; readonly height: number } = desktop): Promise<Page> {
  const page = await browser.visit({ viewport });
  await signedUpHere(page, server.url);
  await page.goto('/sign-in');
  await signIn(page, email);
  await page.getByTestId('account-menu').waitFor();
  await page.goto('/notifications');
  await rows(page).nth(2).waitFor();
  return page;
}

describe.each([
  ['a desktop', desktop],
  ['a phone', phone],
] as const)('on %s', (_name, viewport) => {
  test('what is archived leaves, can be put back, and lies in the archive', async () => {
    const page = await visit(viewport);
    await menu(page, 'Your badge is ready', 'Archive');
    await gone(row(page, 'Your badge is ready'));
    await toast(page, 'Archived').getByRole('button', { name: 'Undo' }).click();
    await row(page, 'Your badge is ready').waitFor();
    await menu(page, 'Bring your papers', 'Archive');
    await gone(row(page, 'Bring your papers'));
    await page.getByRole('link', { name: 'Archived' }).click();
    await row(page, 'Bring your papers').waitFor();
    expect(await rows(page).count()).toBe(1);
    await menu(page, 'Bring your papers', 'Move to the inbox');
    await page.getByText('The archive is empty').waitFor();
    await page.context().close();
  });

  test('what is snoozed waits in its list, and what is pinned stands above', async () => {
    const page = await visit(viewport);
    await menu(page, 'Your badge is ready', 'Tomorrow morning');
    await page.getByRole('link', { name: 'Snoozed (1)' }).click();
    await row(page, 'Your badge is ready').filter({ hasText: 'Until' }).waitFor();
    await menu(page, 'Your badge is ready', 'Bring back now');
    await page.getByText('Nothing is snoozed').waitFor();
    await page.getByRole('link', { name: 'Inbox', exact: true }).first().click();

    await menu(page, 'Welcome to Rolecall', 'Pin');
    await page
      .getByRole('region', { name: 'Pinned' })
      .getByRole('link', { name: 'Welcome to Rolecall' })
      .waitFor();
    expect(await rows(page).first().textContent()).toContain('Welcome to Rolecall');
    expect(await rows(page).count()).toBe(3);
    await page.context().close();
  });

  test('a search finds what is read, and several go at once', async () => {
    const page = await visit(viewport);
    await page.getByLabel('Search the inbox').fill('badge');
    await gone(row(page, 'Bring your papers'));
    await row(page, 'Your badge is ready').waitFor();
    await page.getByLabel('Search the inbox').fill('nothing like this');
    await page.getByText('Nothing fits').waitFor();
    await page.getByRole('link', { name: 'Show all of it' }).click();
    await rows(page).nth(2).waitFor();

    await page.getByLabel('Select: Your badge is ready').check();
    await page.getByLabel('Select: Bring your papers').check();
    const bar = page.getByRole('region', { name: 'Selected notifications' });
    await bar.getByText('2 selected').waitFor();
    await bar.getByRole('button', { name: 'Delete' }).click();
    await toast(page, 'Deleted: 2').waitFor();
    await gone(row(page, 'Bring your papers'));
    await toast(page, 'Deleted: 2').getByRole('button', { name: 'Undo' }).click();
    await rows(page).nth(2).waitFor();
    expect((await person.notifications.counts()).unread).toBe(3);
    await page.context().close();
  });

  test('similar ones are one row that opens, and goes as one', async () => {
    await tellOfJobs(4);
    const page = await visit(viewport);
    const group = page.getByTestId('notification-group');
    await group.getByRole('button', { name: /^4 .*Acme/ }).click();
    await row(page, 'on quay 2').waitFor();
    expect(await rows(page).count()).toBe(7);
    await group.getByRole('checkbox').check();
    await page
      .getByRole('region', { name: 'Selected notifications' })
      .getByRole('button', { name: 'Archive' })
      .click();
    await gone(group);
    await toast(page, 'Archived: 4').waitFor();
    expect(await rows(page).count()).toBe(3);
    await page.context().close();
  });

  test('neither the list nor its menus and dialogs have a fault that axe finds', async () => {
    await tellOfJobs(3);
    const page = await visit(viewport);
    const violations = async () =>
      (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
    await page.getByTestId('notification-group').getByRole('button').first().click();
    await page.getByLabel('Select: Your badge is ready').check();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Actions for: Your badge is ready' }).click();
    expect(await violations()).toEqual([]);
    await page.getByRole('menuitem', { name: 'Pick a time…' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await violations()).toEqual([]);
    await page.context().close();
  });
});

test('the keys do everything, stay out of what is typed, and can be switched off', async () => {
  const page = await visit();
  const keys = page.keyboard;
  await keys.press('j');
  await isFocused(row(page, 'Your badge is ready'));
  await keys.press('j');
  await isFocused(row(page, 'Bring your papers'));
  await keys.press('k');
  await keys.press('u');
  await row(page, 'Your badge is ready').and(page.locator('[data-unread="false"]')).waitFor();
  await keys.press('e');
  await gone(row(page, 'Your badge is ready'));
  await isFocused(row(page, 'Bring your papers'));
  await keys.press('x');
  await page.getByText('1 selected').waitFor();
  await keys.press('p');
  await page
    .getByRole('region', { name: 'Pinned' })
    .getByRole('link', { name: 'Bring your papers' })
    .waitFor();

  await row(page, 'Welcome to Rolecall').focus();
  await keys.press('s');
  await page
    .getByRole('dialog', { name: 'Snooze' })
    .getByRole('button', { name: /^Next week/ })
    .click();
  await gone(row(page, 'Welcome to Rolecall'));
  await keys.press('/');
  await isFocused(page.getByLabel('Search the inbox'));
  await keys.type('je#');
  expect(await page.getByLabel('Search the inbox').inputValue()).toBe('je#');
  await page.getByLabel('Search the inbox').fill('');
  await row(page, 'Bring your papers').waitFor();

  await row(page, 'Bring your papers').focus();
  await keys.press('?');
  await page.getByRole('switch', { name: 'Use these keys in this browser' }).click();
  await keys.press('Escape');
  await gone(page.getByRole('dialog'));
  await row(page, 'Bring your papers').focus();
  await keys.press('#');
  await keys.press('?');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.reload();
  await row(page, 'Bring your papers').focus();
  await keys.press('#');
  await page.getByRole('button', { name: 'More for the inbox' }).click();
  await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
  await page.getByRole('switch', { name: 'Use these keys in this browser' }).click();
  await keys.press('Escape');
  await row(page, 'Bring your papers').focus();
  await keys.press('Enter');
  await page.waitForURL('**/jobs');
  await page.context().close();
});

test('what is done on one device shows on the others at once, also what leaves the counts', async () => {
  const page = await visit();
  const { items } = await person.notifications.list({});
  const [badge, papers] = items;
  const ids = [badge?.id ?? ''];
  await person.notifications.change({ body: { change: 'read', ids } });
  await row(page, 'Your badge is ready').and(page.locator('[data-unread="false"]')).waitFor();
  await person.notifications.change({ body: { change: 'archive', ids } });
  await gone(row(page, 'Your badge is ready'));
  await person.notifications.change({ body: { change: 'pin', ids: [papers?.id ?? ''] } });
  await page
    .getByRole('region', { name: 'Pinned' })
    .getByRole('link', { name: 'Bring your papers' })
    .waitFor();
  await page.context().close();
});

test('what has been on the screen is seen, on the page and in the panel, and stays unread', async () => {
  expect(await person.notifications.counts()).toMatchObject({ unread: 3, unseen: 3 });
  const page = await visit();
  await until('all to be seen', async () =>
    (await person.notifications.counts()).unseen === 0 ? true : undefined,
  );
  await page.goto('/jobs');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await tell('Doors open at nine');
  await page.getByRole('button', { name: 'Notifications, 4 unread' }).click();
  await until('all to be seen', async () =>
    (await person.notifications.counts()).unseen === 0 ? true : undefined,
  );
  expect((await person.notifications.counts()).unread).toBe(4);
  await page.context().close();
});

test('a company can be muted from what it tells, and a job saved', async () => {
  await tellOfJobs(1);
  const page = await visit();
  await page.getByRole('button', { name: /^Save.*: .*on quay 0/ }).click();
  await toast(page, 'Saved for later').waitFor();
  expect((await person.jobs.listSaved({})).items).toHaveLength(1);
  await row(page, 'on quay 0')
    .getByRole('button', { name: /^Actions for/ })
    .click();
  await page.getByRole('menuitem', { name: 'Mute this company' }).click();
  await toast(page, 'You hear nothing more of it').waitFor();
  const { items } = await person.preferences.listMutes({});
  expect(items.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^company:/)]);
  await page.context().close();
});

test('no page had a fault', () => {
  expect(browser.faults).toEqual([]);
});
