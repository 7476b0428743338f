import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, settled, signInAsDemo, type TestBrowser } from '../support/browser.ts';
import { indexed } from '../support/indexed.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

let server: ServerProcess;
let browser: TestBrowser;
let guest: Page;

beforeAll(async () => {
  server = await startServer({ args: ['--demo'] });
  browser = await openBrowser(server.url);
  await indexed(server.url);
  guest = await browser.visit();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('a field offers what could be meant, and the keys choose it', async () => {
  await guest.goto('/jobs');
  await guest.getByTestId('job-card').first().waitFor();
  await guest.keyboard.press('/');
  await guest.keyboard.type('engin');
  const options = guest.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
  await options.first().waitFor();
  await guest.keyboard.press('ArrowDown');
  expect(await options.first().getAttribute('aria-selected')).toBe('true');
  const offered = await options.first().locator('span').first().textContent();
  await guest.keyboard.press('Enter');
  await guest.waitForURL('**/jobs?q=*');
  expect(new URL(guest.url()).searchParams.get('q')).toBe(offered);
});

test('a misspelt search finds what was meant, says so and says why', async () => {
  await guest.goto('/jobs?q=enginer+xyz');
  await guest.getByText('No job fits this search').waitFor();
  await guest.goto('/jobs?q=enginer');
  await guest.getByRole('link', { name: 'Did you mean engineer?' }).waitFor();
  expect(await guest.getByTestId('found-by').first().textContent()).toContain(
    'engineer for enginer, spelling (title',
  );
  await guest.getByRole('link', { name: 'Did you mean engineer?' }).click();
  await guest.waitForURL('**/jobs?q=engineer');
});

test('the way back from a job keeps the search', async () => {
  await guest.goto('/jobs?q=engineer');
  await guest.getByTestId('job-card').getByRole('link').first().click();
  await guest.getByRole('link', { name: 'Open on its own page' }).click();
  await guest.getByRole('link', { name: 'All jobs' }).click();
  await guest.waitForURL('**/jobs?q=engineer');
});

test('the keys go through the list, save and hide', async () => {
  const page = await browser.visit();
  await signInAsDemo(page, 'job_seeker');
  await page.goto('/jobs');
  const cards = page.getByTestId('job-card');
  await cards.first().waitFor();
  await settled(page);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await cards
    .nth(1)
    .getByRole('button', { name: /^Save no more/ })
    .waitFor();
  await page.keyboard.press('s');
  await cards
    .nth(1)
    .getByRole('button', { name: /^Save for later/ })
    .waitFor();
});
