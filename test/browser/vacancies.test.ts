import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, signInAsDemo, type TestBrowser, toast } from '../support/browser.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

const title = 'Canal Boat Engineer';
const text =
  'You keep forty electric boats running, replace batteries between two trips, and teach our skippers what a warning light means. ' +
  'We ask for a trade in electrics and for somebody who does not mind rain.';

let server: ServerProcess;
let browser: TestBrowser;
let recruiter: Page;
let operator: Page;
/** The address of the posting that was made last. */
let path = '';

beforeAll(async () => {
  server = await startServer({ args: ['--demo'] });
  browser = await openBrowser(server.url);
  [recruiter, operator] = [await browser.visit(), await browser.visit()];
  await Promise.all([signInAsDemo(recruiter, 'recruiter'), signInAsDemo(operator, 'operator')]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function post(): Promise<void> {
  await recruiter.goto('/company/jobs/new');
  await recruiter.getByLabel('Title').fill(title);
  await recruiter.getByLabel('Description').fill(text);
  await recruiter.getByRole('button', { name: 'Post job' }).click();
  await recruiter.waitForURL(({ pathname }) => pathname !== '/company/jobs/new');
}

test('two postings of one vacancy are shown as one, and an operator takes them apart and back', async () => {
  await post();
  await post();
  await operator.goto(`/jobs?q=${encodeURIComponent(title)}`);
  const cards = operator.getByTestId('job-card').filter({ hasText: title });
  await expect
    .poll(
      async () => {
        await operator.reload();
        await cards.first().waitFor();
        return cards.getByTestId('also-posted').count();
      },
      { timeout: 60_000, interval: 1_000 },
    )
    .toBe(1);
  expect(await cards.count()).toBe(1);
  await cards.getByRole('link', { name: title }).click();
  await operator.getByTestId('other-postings').waitFor();
  await operator.getByRole('link', { name: 'Postings of this vacancy' }).click();
  const postings = operator.getByTestId('vacancy-posting');
  await postings.nth(1).waitFor();
  await operator.getByText(/One with .* same text/).waitFor();
  path = new URL(operator.url()).pathname;

  await postings.first().getByRole('button', { name: 'Take out' }).click();
  await operator.getByRole('dialog').getByRole('button', { name: 'Take out' }).click();
  await toast(operator, 'Done').waitFor();
  await expect.poll(() => postings.count()).toBe(1);
  await operator.goto(path);
  await operator.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(() => postings.count()).toBe(2);
});
