import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, signInAsDemo, signOut, type TestBrowser, toast } from '../support/browser.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

const title = 'Delivery Assistant';

let server: ServerProcess;
let browser: TestBrowser;
let seeker: Page;
let recruiter: Page;
let operator: Page;
let jobPath: string;

beforeAll(async () => {
  server = await startServer({ args: ['--demo'] });
  browser = await openBrowser(server.url);
  [seeker, recruiter, operator] = [await browser.visit(), await browser.visit(), await browser.visit()];
  await Promise.all([
    signInAsDemo(seeker, 'job_seeker'),
    signInAsDemo(recruiter, 'recruiter'),
    signInAsDemo(operator, 'operator'),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('a posting that asks for money waits, and its recruiter sees why', async () => {
  await recruiter.goto('/company/jobs/new');
  await recruiter.getByLabel('Title').fill(title);
  await recruiter
    .getByLabel('Description')
    .fill('You bring parcels to people. To book your training a fee of €60 is due in advance.');
  await recruiter.getByRole('button', { name: 'Post job' }).click();
  await recruiter.goto('/company/jobs');
  await recruiter.getByRole('link', { name: title }).first().click();
  await recruiter.waitForURL(/applicants/);
  jobPath = `/jobs/${recruiter.url().match(/[\da-f-]{36}/)?.[0]}`;
  await recruiter.goto(jobPath);
  const notice = recruiter.getByTestId('review-notice');
  await notice.getByText('This posting waits to be looked at').waitFor();
  await notice.getByText('It asks applicants to pay for something.').waitFor();
});

test('a job seeker reports it, once', async () => {
  await seeker.goto(jobPath);
  for (const answer of ['Thank you, we will look at it', 'You have reported this job already']) {
    await seeker.getByRole('button', { name: 'Report this job' }).click();
    const dialog = seeker.getByRole('dialog');
    await dialog.getByLabel('What is wrong with it?').selectOption('It asks for money or bank details');
    await dialog.getByLabel('What have you seen?').fill('They want €60 before the first day.');
    await dialog.getByRole('button', { name: 'Report', exact: true }).click();
    await toast(seeker, answer).waitFor();
    await dialog.waitFor({ state: 'detached' });
  }
});

test('an operator sees both, and what it said before its recruiter changed it, and hides it with a reason', async () => {
  await recruiter.goto(`${jobPath.replace('/jobs/', '/company/jobs/')}/edit`);
  await recruiter.getByLabel('Description').fill('You bring parcels to people.');
  await recruiter.getByRole('button', { name: 'Save' }).click();
  await recruiter.waitForURL((url) => !url.pathname.endsWith('/edit'));
  await operator.goto('/operator/moderation');
  const found = operator.getByTestId('moderation-case').filter({ hasText: title });
  await found.getByText('1 report').waitFor();
  await found.getByText('Changed since').waitFor();
  await found.getByRole('link', { name: title }).click();
  await operator.getByText('They want €60 before the first day.').waitFor();
  await operator.getByTestId('earlier-text').getByText('a fee of €60 is due in advance').waitFor();
  expect(await operator.getByTestId('case-text').innerText()).not.toContain('€60');
  await operator.getByText('“fee”').waitFor();
  const behind = operator.getByTestId('behind-posting');
  await behind
    .getByTestId('company-recruiter')
    .getByRole('button', { name: 'Disable the account' })
    .waitFor();
  for (const [action, next] of [
    ['Hide its jobs', 'Show its jobs again'],
    ['Show its jobs again', 'Hide its jobs'],
  ] as const) {
    await behind.getByRole('button', { name: action }).click();
    await operator.getByRole('dialog').getByRole('button', { name: action }).click();
    await behind.getByRole('button', { name: next }).waitFor();
  }
  await operator.getByRole('button', { name: 'Hide the posting' }).click();
  const dialog = operator.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Hide the posting' }).click();
  await dialog.getByText('Say why').waitFor();
  await dialog.getByLabel('Reason').fill('Nobody pays for a training before the contract.');
  await dialog.getByRole('button', { name: 'Hide the posting' }).click();
  await toast(operator, 'The posting is hidden').waitFor();
  await operator.getByRole('button', { name: 'Show it again' }).waitFor();
});

test('who has reported it and who has posted it are told, and nobody finds it any more', async () => {
  await toast(seeker, `Your report of ${title}`).waitFor();
  await seeker.goto(jobPath);
  await seeker.getByText('This job is not here any more').waitFor();
  await toast(recruiter, `${title} was taken out of sight`).waitFor();
  await recruiter.goto(jobPath);
  const notice = recruiter.getByTestId('review-notice');
  await notice.getByText('Nobody pays for a training before the contract.').waitFor();
});

test('an operator puts it back, and the log has it', async () => {
  await operator.getByRole('button', { name: 'Show it again' }).click();
  const dialog = operator.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('They have taken the fee away.');
  await dialog.getByRole('button', { name: 'Show it again' }).click();
  await toast(operator, 'The posting is shown again').waitFor();
  await signOut(seeker);
  await seeker.goto(jobPath);
  await seeker.getByRole('heading', { level: 1, name: title }).waitFor();
  await seeker.getByRole('button', { name: 'Report this job' }).waitFor();
  await operator.goto('/operator/audit');
  const entries = operator.getByTestId('audit-entry');
  await entries
    .filter({ hasText: 'Posting shown again' })
    .getByText('They have taken the fee away.')
    .waitFor();
  await entries.filter({ hasText: 'Posting hidden' }).waitFor();
  expect(browser.faults).toEqual([]);
});
