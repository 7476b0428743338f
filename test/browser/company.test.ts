import { createClient } from '@rolecall/client';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillDataFolder } from '../../server/src/testing/databases/snapshot.ts';
import { linkOf, openBrowser, signIn, signUp, type TestBrowser, toast } from '../support/browser.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { everythingAtOnce, password } from '../support/people.ts';
import { runCommand, type ServerProcess, startServer, temporaryFolder } from '../support/server.ts';

const ada = { name: 'Ada Seeker', email: 'ada@example.org' };
const rob = { name: 'Rob Recruiter', email: 'rob@gmail.com', company: 'Lanternworks' };

let mail: MailServer;
let server: ServerProcess;
let browser: TestBrowser;
let seeker: Page;
let recruiter: Page;

beforeAll(async () => {
  mail = await startMailServer();
  const dataDirectory = temporaryFolder();
  await fillDataFolder(dataDirectory);
  const operator = ['--email', 'op@example.org', '--name', 'Olga Op', '--role', 'operator'];
  await runCommand(['user', 'create', ...operator, '--data-dir', dataDirectory], {
    environment: {},
    input: password,
  });
  server = await startServer({ dataDirectory, environment: { SMTP_URL: mail.url } });
  browser = await openBrowser(server.url);
  seeker = await browser.visit();
  recruiter = await browser.visit();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await mail.close();
});

async function addChips(page: Page, label: string, words: readonly string[]): Promise<void> {
  for (const word of words) {
    await page.getByLabel(label, { exact: true }).fill(word);
    await page.keyboard.press('Enter');
  }
}

async function postJob(page: Page, title: string): Promise<void> {
  await page.goto('/company/jobs/new');
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Description').fill('You look after our **TypeScript** services on PostgreSQL.');
  await addChips(page, 'Skills', ['TypeScript', 'PostgreSQL']);
  await addChips(page, 'Places', ['Berlin']);
  await page.getByRole('button', { name: 'Post job' }).click();
}

test('whoever has not confirmed the address is led to that by what it is needed for', async () => {
  await Promise.all([signUp(seeker, ada), signUp(recruiter, rob)]);
  await addProfile(seeker);
  const client = createClient({ baseUrl: server.url });
  await client.auth.signIn({ body: { email: ada.email, password } });
  await everythingAtOnce(client);
  await seeker.goto(linkOf(await mail.mailTo(ada.email, /Confirm/)));
  await seeker.getByText('Your address is confirmed').waitFor();
  const first = await mail.mailTo(rob.email, /Confirm/);
  await postJob(recruiter, 'Backend Engineer');
  mail.clear();
  await recruiter.getByTestId('address-unconfirmed').getByRole('button').click();
  await toast(recruiter, 'Mail sent').waitFor();
  const again = await mail.mailTo(rob.email, /Confirm/);
  expect(linkOf(again)).not.toBe(linkOf(first));
  await recruiter.goto(linkOf(again));
  await recruiter.getByText('Your address is confirmed').waitFor();
});

async function addProfile(page: Page): Promise<void> {
  await addChips(page, 'Skills', ['TypeScript', 'PostgreSQL']);
  await addChips(page, 'Titles', ['Backend Engineer']);
  await addChips(page, 'Places', ['Berlin']);
  await page.getByRole('button', { name: 'Save profile' }).click();
  await toast(page, 'Profile saved').waitFor();
}

test('a job of an unverified company is found and marked, and its recruiter knows what it waits for', async () => {
  await postJob(recruiter, 'Backend Engineer');
  await toast(recruiter, 'Nobody is told of it until your company is verified').waitFor();
  await recruiter.getByTestId('company-hint').getByRole('link', { name: 'Verify the company' }).click();
  await recruiter.getByTestId('company-standing').getByText('Unverified').waitFor();
  await recruiter.getByTestId('waiting-jobs').getByText('1 open job waits').waitFor();
  await recruiter.getByText('1 of 5').first().waitFor();

  await seeker.goto('/jobs');
  await seeker.getByRole('link', { name: 'Backend Engineer' }).click();
  await seeker.getByTestId('unverified').waitFor();
  expect(mail.mails.filter(({ to, subject }) => to === ada.email && /Backend/.test(subject))).toEqual([]);
});

test('a mailbox that anybody gets proves nothing, and a domain shows which record proves it', async () => {
  await recruiter.getByRole('button', { name: 'Prove gmail.com' }).click();
  await recruiter.getByRole('alert').getByText('This domain cannot prove a company').waitFor();
  await recruiter.getByLabel('Domain', { exact: true }).fill('https://www.lanternworks.example/jobs');
  await recruiter.getByRole('button', { name: 'Show the record' }).click();
  const record = recruiter.getByTestId('dns-record');
  await record.getByText('_rolecall-challenge.lanternworks.example').waitFor();
  await recruiter.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await record.getByRole('button', { name: 'Copy: Value' }).click();
  await toast(recruiter, 'Copied').waitFor();
  const copied = await recruiter.evaluate<string>('navigator.clipboard.readText()');
  expect(copied).toMatch(/^rolecall-challenge=.{20,}$/);
});

test('a code that is mailed to the domain verifies the company, and what has waited is told then', async () => {
  await recruiter.getByLabel('Address of your domain').fill('info@lanternworks.example');
  await recruiter.getByRole('button', { name: 'Send a code' }).click();
  const { subject } = await mail.mailTo('info@lanternworks.example', /^\d{8} ·/);
  await recruiter.getByLabel('Code from the mail').fill('12');
  await recruiter.getByRole('button', { name: 'Confirm', exact: true }).click();
  await recruiter.getByRole('alert').getByText('A code has eight digits').waitFor();
  await recruiter.getByLabel('Code from the mail').fill(subject.slice(0, 8));
  await recruiter.getByRole('button', { name: 'Confirm', exact: true }).click();
  await recruiter.getByTestId('company-standing').getByText('Verified').waitFor();
  await recruiter.getByText('by an address of lanternworks.example').waitFor();
  await recruiter.getByTestId('waiting-jobs').waitFor({ state: 'detached' });

  await toast(seeker, 'Backend Engineer at Lanternworks').waitFor();
  await mail.mailTo(ada.email, /Backend Engineer at Lanternworks/);
  await seeker.reload();
  const shown = seeker.getByTestId('job-pane');
  await shown.getByRole('heading', { name: 'Backend Engineer' }).waitFor();
  await shown.getByTestId('verified').getByText('verified: lanternworks.example').waitFor();
  expect(await seeker.getByTestId('unverified').count()).toBe(0);
});

test('an operator refuses a company, confirms it after all, and its recruiter is told both', async () => {
  const other = await browser.visit();
  const bea = { name: 'Bea Bolt', email: 'bea@example.net', company: 'Bolt Works' };
  await signUp(other, bea);
  await other.goto(linkOf(await mail.mailTo(bea.email, /Confirm/)));
  await other.getByText('Your address is confirmed').waitFor();
  await postJob(other, 'Senior Backend Engineer');
  await toast(other, 'Nobody is told of it until your company is verified').waitFor();

  const operator = await browser.visit();
  await signIn(operator, 'op@example.org');
  await operator.getByTestId('account-menu').waitFor();
  await operator.goto('/operator/companies');
  await operator.getByRole('link', { name: 'Unverified', exact: true }).click();
  await operator.getByTestId('company').filter({ hasText: 'Bolt Works' }).click();
  await operator.getByText('bea@example.net').waitFor();
  await operator.getByText('Waits', { exact: true }).waitFor();
  await operator.getByRole('button', { name: 'Refuse', exact: true }).click();
  await operator.getByLabel(/^Reason/).fill('No such firm');
  await operator.getByRole('dialog').getByRole('button', { name: 'Refuse', exact: true }).click();
  await operator.getByTestId('company-state').getByText('Refused').waitFor();
  await operator.getByText('Out of sight', { exact: true }).waitFor();

  await toast(other, 'Bolt Works was refused').waitFor();
  await other.goto('/company');
  await other.getByText('No such firm').waitFor();
  expect(await other.getByRole('button', { name: 'Send a code' }).count()).toBe(0);

  await operator.getByRole('button', { name: 'Confirm', exact: true }).click();
  await operator.getByRole('dialog').getByRole('button', { name: 'Confirm', exact: true }).click();
  await operator.getByTestId('company-state').getByText('Verified').waitFor();
  await other.getByTestId('company-standing').getByText('Verified').waitFor();
  await mail.mailTo(ada.email, /Senior Backend Engineer at Bolt Works/);

  await operator.getByRole('link', { name: 'What was decided' }).click();
  await operator.getByTestId('audit-entry').nth(1).waitFor();
  expect(browser.faults).toEqual([]);
});
