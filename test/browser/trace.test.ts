import { readFile } from 'node:fs/promises';
import { type Client, createClient } from '@rolecall/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, signIn, signInAsDemo, type TestBrowser } from '../support/browser.ts';
import {
  type Person,
  password,
  signUpRecruiter,
  signUpSeeker,
  until,
  waitForMail,
} from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

let server: ServerProcess;
let browser: TestBrowser;
let operator: Client;
let seeker: Person;
let fitting: string;
let elsewhere: string;

beforeAll(async () => {
  server = await startServer({ args: ['--demo'] });
  browser = await openBrowser(server.url);
  operator = createClient({ baseUrl: server.url });
  await operator.auth.signIn({ body: { email: 'odile@demo.example', password: 'rolecall-demo' } });
  seeker = await signUpSeeker(server.url, 'Tracy Tracer', {
    wanted_titles: ['Lighthouse Keeper'],
    places: ['Kiel'],
    minimum_match_score: 30,
  });
  const recruiter = await signUpRecruiter(server.url, 'Rita Recruiter', 'Coast Guard');
  const post = async (title: string, places: string[]) =>
    (
      await recruiter.client.jobs.create({
        body: { title, description: 'Keep the light on.', places, skills: [] },
      })
    ).id;
  fitting = await post('Lighthouse Keeper', ['Kiel']);
  elsewhere = await post('Head Lighthouse Keeper', ['Naples']);
  await until('the alert', async () => {
    const { traces } = await seeker.client.trace.why({ query: { subject: `job:${fitting}` } });
    return traces[0];
  });
  await until('the other job to be judged', async () => {
    const { absence } = await seeker.client.trace.why({ query: { subject: `job:${elsewhere}` } });
    return absence?.code === 'place' ? absence : undefined;
  });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('a person reads why a job was told, and why another one was not', async () => {
  const page = await browser.visit();
  await signIn(page, seeker.email);
  await page.getByTestId('account-menu').waitFor();
  await page.goto(`/jobs/${fitting}`);
  await page.getByRole('button', { name: 'Why did I get this?' }).click();
  const story = page.getByRole('dialog').getByTestId('trace-steps');
  await story.getByText(/^The job fits you by \d+ %; you hear of jobs from 30 % on/).waitFor();
  await story.getByText('It is in the inbox.', { exact: true }).waitFor();
  await page.keyboard.press('Escape');

  await page.goto(`/jobs/${elsewhere}`);
  await page.getByRole('button', { name: 'Why was I not told of this?' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('It is in none of the places of your profile.').waitFor();
  await dialog.getByRole('link', { name: 'Change what decided this' }).click();
  await page.waitForURL('**/settings/profile');
  await page.context().close();
});

test('an operator finds a person and reads the story of what they got', async () => {
  const page = await browser.visit();
  await signInAsDemo(page, 'operator');
  await page.goto('/operator/people');
  await page.getByLabel('Address or name').fill('tracer');
  await page.getByRole('button', { name: 'Find' }).click();
  await page.getByTestId('person').filter({ hasText: 'Tracy Tracer' }).click();
  const alert = page
    .getByTestId('person-notification')
    .filter({ hasText: 'Lighthouse Keeper at Coast Guard' });
  await alert.getByRole('button', { name: /^Story of/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Your look is recorded.').waitFor();
  await dialog.getByTestId('trace-steps').getByText('It is in the inbox.', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Kept out of the inbox' }).click();
  await page.getByText('Nothing was kept out').waitFor();
  await page.context().close();
});

test('a person takes all data along, and leaves', async () => {
  const page = await browser.visit();
  await signIn(page, seeker.email);
  await page.getByTestId('account-menu').waitFor();
  await page.goto('/settings/account');
  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download my data' }).click();
  const download = await arriving;
  expect(download.suggestedFilename()).toMatch(/^rolecall-export-.+\.json$/);
  const exported = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(exported.account).toMatchObject([{ email: seeker.email }]);
  expect(exported.looks_of_operators.length).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'Delete my account' }).click();
  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: 'Delete everything' });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByLabel(/^To confirm/).fill('delete my account');
  await confirm.click();
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
  // The person themselves can read nothing any more.
  await waitForMail({ ...seeker, client: operator }, /Your account is deleted/);
  await expect(seeker.client.auth.signIn({ body: { email: seeker.email, password } })).rejects.toMatchObject({
    code: 'invalid_credentials',
  });
  await page.context().close();
});

test('no page had a fault', () => {
  expect(browser.faults).toEqual([]);
});
