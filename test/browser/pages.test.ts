import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, phone, settled, signInAsDemo, type TestBrowser } from '../support/browser.ts';
import { indexed } from '../support/indexed.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

let server: ServerProcess;
let browser: TestBrowser;
let guest: Page;

beforeAll(async () => {
  server = await startServer({ args: ['--demo'] });
  browser = await openBrowser(server.url);
  // Meanwhile PostgreSQL would answer, in another order.
  await indexed(server.url);
  guest = await browser.visit();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const searchOf = (page: Page) => new URL(page.url()).search;

test('the address keeps the search, over a reload and the way back', async () => {
  await guest.goto('/jobs');
  await guest.getByLabel('Words').fill('engineer');
  await guest.getByRole('button', { name: 'Search' }).click();
  await guest.waitForURL('**/jobs?q=engineer');
  await guest.getByLabel(/^Remote/).check();
  await guest.waitForURL('**/jobs?q=engineer&workplace=remote');
  await settled(guest);
  const titles = await guest.getByTestId('job-card').getByRole('heading').allTextContents();
  expect(titles.length).toBeGreaterThan(0);

  await guest.reload();
  await guest.getByTestId('job-card').first().waitFor();
  expect(await guest.getByTestId('job-card').getByRole('heading').allTextContents()).toEqual(titles);
  expect(await guest.getByLabel('Words').inputValue()).toBe('engineer');
  expect(await guest.getByLabel(/^Remote/).isChecked()).toBe(true);

  await guest.getByTestId('job-card').getByRole('link').first().click();
  await guest
    .getByTestId('job-pane')
    .getByRole('heading', { level: 2, name: titles[0] ?? '' })
    .waitFor();
  await guest.goBack();
  await guest.waitForURL('**/jobs?q=engineer&workplace=remote');
  await guest.goBack();
  await guest.waitForURL('**/jobs?q=engineer');
  await expect.poll(() => guest.getByLabel(/^Remote/).isChecked()).toBe(false);
});

test('a search without a hit says so and offers the way out', async () => {
  await guest.goto('/jobs?q=nothing+is+called+this');
  await guest.getByText('No job fits this search').waitFor();
  await guest.getByRole('button', { name: 'Clear all filters' }).click();
  await guest.getByTestId('job-card').first().waitFor();
  expect(searchOf(guest)).toBe('');
});

test('what is wrong with an address is left out', async () => {
  await guest.goto('/jobs?workplace=moon&pay_minimum=much&sort=sideways');
  await guest.getByTestId('job-card').first().waitFor();
});

test('on a phone the filters lie in a sheet', async () => {
  const page = await browser.visit({ viewport: phone });
  await page.goto('/jobs');
  await page.getByRole('button', { name: 'Filters' }).click();
  const sheet = page.getByRole('dialog', { name: 'Filters' });
  await sheet.getByLabel(/^Remote/).check();
  await sheet.getByRole('button', { name: /^Show \d+ jobs?$/ }).click();
  await page.getByRole('button', { name: 'Filters (1)' }).waitFor();
  await page.waitForURL('**/jobs?workplace=remote');
  await page.context().close();
});

test('a fault of the server is told, with its request, and can be tried again', async () => {
  // The first page brings its answers along.
  await guest.goto('/jobs');
  await guest.route('**/api/v1/jobs?*', (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      json: {
        type: 'urn:rolecall:error:internal_error',
        title: 'Internal error',
        status: 500,
        code: 'internal_error',
        request_id: 'request-of-the-test',
      },
    }),
  );
  await guest.getByLabel('Words').fill('engineer');
  await guest.getByRole('button', { name: 'Search' }).click();
  const alert = guest.getByRole('alert');
  await alert.getByText('request-of-the-test').waitFor();
  await guest.unroute('**/api/v1/jobs?*');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await guest.getByTestId('job-card').first().waitFor();
  expect(await alert.count()).toBe(0);
});

test('a page that is not there says so', async () => {
  await guest.goto('/nowhere');
  await guest.getByText('There is nothing at this address').waitFor();
  await guest.goto('/jobs/0190a5b4-0000-7000-8000-000000000000');
  await guest.getByText('This job is not here any more').waitFor();
});

test('a guest is asked to sign in, and comes back to where they wanted to go', async () => {
  const page = await browser.visit();
  await page.goto('/notifications?state=unread');
  await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
  await page.getByTestId('demo-engineer').click();
  await page.waitForURL('**/notifications?state=unread');
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  await page.context().close();
});

test('who has another role is told for whom a page is', async () => {
  const page = await browser.visit();
  await signInAsDemo(page, 'job_seeker');
  await page.goto('/operator');
  await page.getByText('This page is for operators').waitFor();
  await page.goto('/company/jobs');
  await page.getByText('This page is for recruiters').waitFor();
  await page.getByRole('link', { name: 'Go home' }).click();
  await page.getByRole('heading', { name: 'Hello, Mara' }).waitFor();
  await page.context().close();
});

test('a mail is shown as HTML, and its frame can do no harm', async () => {
  await guest.goto('/mailbox');
  await guest.getByTestId('mail').filter({ hasText: 'Welcome' }).first().click();
  const view = guest.getByTestId('mail-view');
  const frame = view.locator('iframe');
  await frame
    .contentFrame()
    .getByRole('heading', { name: /^Welcome to Rolecall/ })
    .waitFor();
  // Neither scripts nor the origin of the page.
  expect(await frame.getAttribute('sandbox')).not.toMatch(/allow-(scripts|same-origin|forms|top-navigation)/);
  await view.getByRole('tab', { name: 'Headers' }).click();
  await view.getByText('Message-ID', { exact: false }).first().waitFor();
});

test('no page had a fault', () => {
  expect(browser.faults).toEqual([]);
});
