import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, settled, signUp, type TestBrowser, toast } from '../support/browser.ts';
import { signUpRecruiter } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

let server: ServerProcess;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  server = await startServer();
  const recruiter = await signUpRecruiter(server.url, 'Rob Recruiter', 'Lanternworks');
  for (const title of ['Lamp Designer', 'Glass Blower', 'Wick Tester']) {
    await recruiter.client.jobs.create({
      body: { title, description: 'Light.', places: ['Berlin'], skills: [] },
    });
  }
  browser = await openBrowser(server.url);
  page = await browser.visit();
  await signUp(page, { name: 'Ada Seeker', email: 'ada@example.org' });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const titles = async () =>
  (await page.getByTestId('job-card').getByRole('link').allTextContents()).toSorted();
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

test('a job is saved from a list, found again, and let go', async () => {
  await page.goto('/jobs');
  await press('Save for later: Lamp Designer');
  await toast(page, 'Saved for later').waitFor();
  await page.getByRole('button', { name: 'Save no more: Lamp Designer' }).waitFor();

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Saved' }).first().click();
  await page.getByRole('heading', { name: 'Saved jobs' }).waitFor();
  await page.getByTestId('job-card').waitFor();
  expect(await titles()).toEqual(['Lamp Designer']);

  await page.getByRole('link', { name: 'Lamp Designer' }).click();
  const saved = page.getByRole('button', { name: 'Saved', exact: true });
  expect(await saved.getAttribute('aria-pressed')).toBe('true');
  await saved.click();
  await toast(page, 'Not saved any more').getByRole('button', { name: 'Undo' }).click();
  await page.reload();
  await saved.waitFor();
});

test('a hidden job leaves the searches, and can be brought back', async () => {
  await page.goto('/jobs');
  await press('Not for me: Glass Blower');
  await toast(page, 'Hidden').getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Not for me: Glass Blower' }).waitFor();
  await press('Not for me: Wick Tester');
  await toast(page, 'Wick Tester').waitFor();
  await page.getByRole('main').getByText('Hidden', { exact: true }).waitFor();

  await page.goto('/jobs');
  await page.getByTestId('job-card').first().waitFor();
  expect(await titles()).toEqual(['Glass Blower', 'Lamp Designer']);
  await page.getByLabel('Show them too').check();
  await page.getByRole('link', { name: 'Wick Tester' }).waitFor();

  await page.goto('/saved?list=hidden');
  await press('Show again: Wick Tester');
  await page.getByText('You have hidden no job').waitFor();
  await page.goto('/jobs');
  await page.getByTestId('job-card').nth(2).waitFor();
});

test('no page had a fault', async () => {
  await settled(page);
  expect(browser.faults).toEqual([]);
});
