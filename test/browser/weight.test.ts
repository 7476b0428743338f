import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, settled, type TestBrowser } from '../support/browser.ts';
import { type ServerProcess, startServer } from '../support/server.ts';
import { countTransfers } from '../support/transfers.ts';

/** What the first page of a guest may be: requests, and bytes as they come over the line. */
const most = { requests: 15, bytes: 180 * 1_024 };

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

const jobsPage = '**/assets/jobs-page-*.js';

test('the first page of a guest is light', async () => {
  const guest = await browser.visit();
  const transfers = await countTransfers(guest);
  await guest.goto('/');
  await guest.getByRole('heading', { level: 1 }).waitFor();
  await guest.waitForLoadState('networkidle');
  const list = transfers.map(({ path, bytes }) => `${path} ${bytes}`).join('\n');
  const bytes = transfers.reduce((sum, one) => sum + one.bytes, 0);
  expect(transfers.length, list).toBeLessThanOrEqual(most.requests);
  expect(bytes, list).toBeLessThanOrEqual(most.bytes);
  expect(list).not.toContain('schemas-');
  // One language, and of it what the first page says.
  expect(list.match(/words-[a-z]+-[a-z]+/g)).toEqual(['words-start-en']);
});

test('a page that cannot be loaded says so, and comes when one tries again', async () => {
  const guest = await browser.visit();
  await guest.goto('/');
  await guest.getByRole('heading', { level: 1 }).waitFor();
  await guest.route(jobsPage, (route) => route.abort());
  await guest.getByRole('link', { name: 'Jobs' }).click();
  await guest.getByText('This page could not be loaded').waitFor();
  expect(new URL(guest.url()).pathname).toBe('/jobs');
  const failed = guest.waitForEvent('requestfailed', (request) => request.url().includes('/jobs-page-'));
  await guest.getByRole('button', { name: 'Try again' }).click();
  await failed;
  await guest.getByText('This page could not be loaded').waitFor();
  await guest.unroute(jobsPage);
  await guest.getByRole('button', { name: 'Try again' }).click();
  await guest.getByTestId('job-card').first().waitFor();
  await settled(guest);
  expect(browser.faults).toEqual([]);
});

test('a tab that is older than the server takes the new build when it needs a page of it, once', async () => {
  const guest = await browser.visit();
  await guest.goto('/');
  await guest.getByRole('heading', { level: 1 }).waitFor();
  let pages = 0;
  guest.on('load', () => {
    pages += 1;
  });
  await guest.route(jobsPage, (route) => route.fulfill({ status: 404 }));
  await guest.route(
    (url) => url.pathname === '/',
    (route) =>
      route.request().resourceType() === 'fetch'
        ? route.fulfill({
            contentType: 'text/html',
            body: '<script type="module" src="/assets/new.js"></script>',
          })
        : route.continue(),
  );
  await guest.getByRole('link', { name: 'Jobs' }).click();
  await expect.poll(() => pages, { timeout: 20_000 }).toBe(1);
  // The new build has no such page either: it is told, and not loaded over and over.
  await guest.getByText('This page could not be loaded').waitFor();
  await guest.unroute(jobsPage);
  await guest.getByRole('button', { name: 'Try again' }).click();
  await guest.getByTestId('job-card').first().waitFor();
  expect(pages).toBe(1);
  expect(new URL(guest.url()).pathname).toBe('/jobs');
});
