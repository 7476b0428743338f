import { text } from 'node:stream/consumers';
import { createClient } from '@rolecall/client';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  fetchAsHere,
  linkOf,
  openBrowser,
  signedUpHere,
  signUp,
  type TestBrowser,
  toast,
} from '../support/browser.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { password } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

const ada = { name: 'Ada Seeker', email: 'ada@example.org' };
const rob = { name: 'Rob Recruiter', email: 'rob@example.org', company: 'Lanternworks' };

let mail: MailServer;
let server: ServerProcess;
let browser: TestBrowser;
let seeker: Page;
let recruiter: Page;

beforeAll(async () => {
  mail = await startMailServer();
  server = await startServer({ environment: { SMTP_URL: mail.url } });
  browser = await openBrowser(server.url);
  seeker = await browser.visit();
  recruiter = await browser.visit();
  await signedUpHere(recruiter, server.url);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await mail.close();
});

/** Changes whenever the page is loaded anew. */
const loadedAt = (page: Page) => page.evaluate(() => performance.timeOrigin);
const badge = (page: Page) => page.getByTestId('unread-badge');

async function addChips(page: Page, label: string, words: readonly string[]): Promise<void> {
  for (const word of words) {
    await page.getByLabel(label, { exact: true }).fill(word);
    await page.keyboard.press('Enter');
  }
}

test('two people sign up, and one says what she is looking for', async () => {
  await Promise.all([signUp(seeker, ada), signUp(recruiter, rob)]);
  await toast(seeker, 'Welcome, Ada Seeker').waitFor();

  await addChips(seeker, 'Skills', ['TypeScript', 'PostgreSQL']);
  await addChips(seeker, 'Titles', ['Backend Engineer']);
  await addChips(seeker, 'Places', ['Berlin']);
  await seeker.getByRole('button', { name: 'Save profile' }).click();
  await toast(seeker, 'Profile saved').waitFor();

  // A newcomer gets one mail a day; she wants to hear at once.
  await seeker.goto('/settings/notifications');
  const jobs = seeker.getByTestId('category-jobs');
  await jobs.getByText('by mail every day at 09:00').waitFor();
  const saved = seeker.waitForResponse(
    (answer) => answer.url().endsWith('/api/v1/preferences') && answer.request().method() === 'PATCH',
  );
  await jobs.getByRole('combobox').selectOption('immediate');
  await saved;
});

test('the link of the mail confirms the address', async () => {
  await recruiter.goto(linkOf(await mail.mailTo(rob.email, /Confirm/)));
  await recruiter.getByText('Your address is confirmed').waitFor();
  await recruiter.getByRole('link', { name: 'Go on' }).click();
  const { auth, companies } = createClient({ baseUrl: server.url, fetch: fetchAsHere(server.url) });
  await auth.signIn({ body: { email: rob.email, password } });
  await companies.proveByMail({ body: { address: rob.email } });

  const confirmation = await mail.mailTo(ada.email, /Confirm/);
  await seeker.goto(linkOf(confirmation));
  await seeker.getByText('Your address is confirmed').waitFor();
  await seeker.getByRole('link', { name: 'Go on' }).click();
  await seeker.getByRole('heading', { name: 'Hello, Ada' }).waitFor();
  expect(await badge(seeker).textContent()).toBe('1');
});

test('a posted job reaches the seeker at once, and by mail', async () => {
  const loaded = await loadedAt(seeker);
  await recruiter.getByRole('link', { name: 'Your jobs', exact: true }).click();
  await recruiter.getByRole('main').getByRole('link', { name: 'Post a job' }).first().click();
  await recruiter.getByLabel('Title').fill('Senior Backend Engineer');
  await recruiter.getByLabel('Description').fill('You look after our **TypeScript** services on PostgreSQL.');
  await addChips(recruiter, 'Skills', ['TypeScript', 'PostgreSQL']);
  await addChips(recruiter, 'Places', ['Berlin']);
  await recruiter.getByLabel('Type', { exact: true }).selectOption('Full time');
  await recruiter.getByRole('button', { name: 'Post job' }).click();
  await toast(recruiter, 'The job is posted').waitFor();

  await toast(seeker, 'Senior Backend Engineer at Lanternworks').waitFor();
  await badge(seeker).filter({ hasText: /^2$/ }).waitFor();
  expect(await loadedAt(seeker)).toBe(loaded);

  const alert = await mail.mailTo(ada.email, /Senior Backend Engineer at Lanternworks/);
  expect(alert.text).toContain('Skills: TypeScript, PostgreSQL');
  await seeker.goto(linkOf(alert));
  await seeker.getByRole('heading', { level: 1, name: 'Senior Backend Engineer' }).waitFor();
  await seeker.locator('.prose-html strong', { hasText: 'TypeScript' }).waitFor();
});

test('an application with a note and a résumé reaches the recruiter', async () => {
  await seeker.getByRole('button', { name: 'Apply now' }).click();
  const dialog = seeker.getByRole('dialog');
  await dialog.getByLabel('Note to the company').fill('Your lamps are lovely.');
  await dialog.getByLabel(/Upload a new résumé/).setInputFiles({
    name: 'Ada Lebenslauf.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Ada. Ten years of backends.'),
  });
  await dialog
    .getByRole('option', { name: /Ada Lebenslauf\.txt/, selected: true })
    .waitFor({ state: 'attached' });
  await dialog.getByRole('button', { name: 'Send application' }).click();
  await seeker.getByRole('heading', { name: 'You have applied' }).waitFor();

  await toast(recruiter, 'Ada Seeker has applied').waitFor();
  await badge(recruiter).filter({ hasText: /^2$/ }).waitFor();
  const received = await mail.mailTo(rob.email, /Ada Seeker has applied/);
  expect(received.text).toContain('/applicants');
  await mail.mailTo(ada.email, /Your application for Senior Backend Engineer/);
});

test('the recruiter reads the résumé and invites to an interview, which the seeker sees live', async () => {
  await seeker.getByRole('link', { name: 'See your application' }).click();
  await seeker.getByTestId('application-status').filter({ hasText: 'Submitted' }).waitFor();
  const loaded = await loadedAt(seeker);

  await recruiter.getByTestId('bell').click();
  await recruiter.getByRole('dialog').getByRole('link', { name: 'Ada Seeker has applied' }).click();
  await recruiter.getByTestId('applicant').filter({ hasText: 'Ada Seeker' }).click();
  const detail = recruiter.getByTestId('applicant-detail');
  await detail.getByText('Your lamps are lovely.').waitFor();
  const [download] = await Promise.all([
    recruiter.waitForEvent('download'),
    detail.getByRole('button', { name: /Ada Lebenslauf\.txt/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Ada Lebenslauf.txt');
  expect(await text(await download.createReadStream())).toBe('Ada. Ten years of backends.');

  await detail.getByRole('button', { name: 'Invite to interview' }).click();
  const dialog = recruiter.getByRole('dialog');
  await dialog.getByLabel('Note to the applicant').fill('We liked your letter.');
  await dialog.getByLabel('Day and time').fill('2099-05-04T10:00');
  await dialog.getByLabel('Place or link').fill('Lamp Street 1');
  await dialog.getByRole('button', { name: 'Invite to interview' }).click();
  await detail.getByTestId('application-status').filter({ hasText: 'Interview' }).waitFor();
  await detail.getByTestId('interview').filter({ hasText: 'Lamp Street 1' }).waitFor();

  await seeker.getByTestId('application-status').filter({ hasText: 'Interview' }).waitFor();
  await seeker.getByRole('main').getByText('We liked your letter.').waitFor();
  const interview = seeker.getByTestId('interview');
  await interview.filter({ hasText: 'Lamp Street 1' }).waitFor();
  expect(await interview.textContent()).toMatch(/Mon, 4 May 2099, 10:00.+11:00/);
  expect(await loadedAt(seeker)).toBe(loaded);
  const invitation = await mail.mailTo(ada.email, /Interview for Senior Backend Engineer/);
  expect(invitation.text).toContain('We liked your letter.');
  expect(invitation.text).toContain('Lamp Street 1');
});

test('the recruiter moves the interview and cancels it, which the seeker sees live', async () => {
  const detail = recruiter.getByTestId('applicant-detail');
  await detail.getByRole('button', { name: 'Move', exact: true }).click();
  const dialog = recruiter.getByRole('dialog');
  expect(await dialog.getByLabel('Day and time').inputValue()).toBe('2099-05-04T10:00');
  await dialog.getByLabel('Day and time').fill('2099-05-05T11:30');
  await dialog.getByRole('button', { name: 'Move it' }).click();
  await toast(recruiter, 'The interview has moved').waitFor();
  const interview = seeker.getByTestId('interview');
  await interview.filter({ hasText: '5 May 2099' }).waitFor();

  await detail.getByRole('button', { name: 'Cancel it' }).click();
  await recruiter.getByRole('button', { name: 'Cancel the interview' }).click();
  await toast(recruiter, 'The interview is cancelled').waitFor();
  await interview.filter({ hasText: 'Cancelled' }).waitFor();
});

test('all of it lies in the inbox, until it is marked as read', async () => {
  await seeker.getByTestId('bell').click();
  await seeker.getByRole('link', { name: 'Open the inbox' }).click();
  const notifications = seeker.getByRole('main').getByTestId('notification');
  // What was told of the application is one thread; the rest stands by itself.
  await seeker.getByRole('main').getByTestId('notification-group').first().waitFor();
  for (const title of ['Senior Backend Engineer at Lanternworks', 'Welcome to Rolecall, Ada Seeker'])
    await notifications.filter({ hasText: title }).first().waitFor();
  await seeker.getByRole('button', { name: 'Mark all read' }).click();
  await badge(seeker).waitFor({ state: 'detached' });
  await seeker.reload();
  await notifications.first().waitFor();
  expect(await badge(seeker).count()).toBe(0);
});

test('no page had a fault', () => {
  expect(browser.faults).toEqual([]);
});
