import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, settled, signUp, type TestBrowser, toast } from '../support/browser.ts';
import { signUpRecruiter } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

type Recruiter = Awaited<ReturnType<typeof signUpRecruiter>>;

let server: ServerProcess;
let browser: TestBrowser;
let page: Page;
let recruiter: Recruiter;

beforeAll(async () => {
  server = await startServer();
  recruiter = await signUpRecruiter(server.url, 'Rob Recruiter', 'Lanternworks');
  await post('Lamp Designer');
  browser = await openBrowser(server.url);
  page = await browser.visit();
  await signUp(page, { name: 'Ada Seeker', email: 'ada@example.org' });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const post = (title: string) =>
  recruiter.client.jobs.create({ body: { title, description: 'Light.', places: ['Berlin'], skills: [] } });
const button = (name: string) => page.getByRole('button', { name, exact: true });

test('a search becomes an alert with one press, and is changed beside what it would have told', async () => {
  await page.goto('/jobs?q=lamp');
  await button('Tell me about new ones').click();
  await toast(page, 'You will hear of new ones').getByRole('button', { name: 'Change' }).click();
  await page.getByRole('heading', { name: 'Alerts', exact: true }).waitFor();
  await page.getByText('Daily at 09:00', { exact: true }).waitFor();

  await button('Edit').click();
  const editor = page.getByRole('dialog');
  await editor.getByText('It would have told 1 job.').waitFor();
  await editor.getByLabel('Words', { exact: true }).fill('lamp -designer');
  await editor.getByText('It would have told nothing.').waitFor();
  await editor.getByLabel('Words', { exact: true }).fill('lamp');
  await editor.getByLabel('How often').selectOption('instant');
  await editor.getByRole('button', { name: 'Save alert' }).click();
  await page.getByText('At once', { exact: true }).waitFor();
});

test('a new job is told, and leads to its alert, which says how long it took', async () => {
  await post('Lamp Tester');
  await expect
    .poll(async () => page.getByTestId('bell').getAttribute('aria-label'), { timeout: 60_000 })
    .toMatch(/[1-9]/);
  await page.goto('/alerts');
  await button('What it has found').click();
  await page.getByRole('link', { name: 'Lamp Tester' }).waitFor();
  await page.getByText(/^Told · found .* after it was posted, told .* later$/).waitFor();
});

test('it is paused, removed, and brought back', async () => {
  await button('Pause').click();
  await page.getByText('Paused', { exact: true }).waitFor();
  await button('Remove').click();
  await page.getByText('You have no alert yet').waitFor();
  await toast(page, 'The alert is removed').getByRole('button', { name: 'Undo' }).click();
  await page.getByTestId('alert-card').waitFor();
});

test('no page had a fault', async () => {
  await settled(page);
  expect(browser.faults).toEqual([]);
});
