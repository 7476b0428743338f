import { createClient } from '@rolecall/client';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  linkOf,
  openBrowser,
  signIn,
  signInAsDemo,
  signUp,
  type TestBrowser,
  toast,
} from '../support/browser.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

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

const settings = (page: Page) => page.goto('/settings/account');
const signInHeading = (page: Page) => page.getByRole('heading', { name: 'Sign in', exact: true });

test('one browser signs another out, which is told so within a moment', async () => {
  const email = 'ida@example.org';
  const page = await browser.visit();
  await signUp(page, { name: 'Ida Fresh', email });
  await settings(page);
  await page.getByText('You are signed in nowhere else.').waitFor();

  const other = await browser.visit({
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  });
  await signIn(other, email);
  await other.getByTestId('account-menu').waitFor();
  await page.reload();
  const session = page.getByTestId('session');
  await session.filter({ hasText: 'This one' }).waitFor();
  await session.filter({ hasText: 'Firefox, Linux' }).getByRole('button', { name: 'Sign out' }).click();
  await toast(page, 'Firefox, Linux is signed out').waitFor();
  await page.getByText('You are signed in nowhere else.').waitFor();
  await other.goto('/applications');
  await signInHeading(other).waitFor();

  await signIn(other, email);
  await other.waitForURL('**/applications');
  await page.reload();
  await page.getByRole('button', { name: 'Sign out all others' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out all others' }).click();
  await toast(page, 'Everywhere else is signed out').waitFor();
  await other.goto('/applications');
  await signInHeading(other).waitFor();
  await page.reload();
  await session.filter({ hasText: 'This one' }).waitFor();
  await Promise.all([page, other].map((one) => one.context().close()));
});

test('another address is confirmed by its mail, and undone by the mail to the old one', async () => {
  const [from, to] = ['eva@example.org', 'eva.new@example.org'];
  const page = await browser.visit();
  await signUp(page, { name: 'Eva Wechsel', email: from });
  await settings(page);
  const section = page.getByTestId('email-change');
  await section.getByLabel('New address').fill('eva');
  await section.getByRole('button', { name: 'Change address' }).click();
  await section.getByText('This is no e-mail address').waitFor();
  await section.getByLabel('New address').fill(to);
  await section.getByRole('button', { name: 'Change address' }).click();
  await section.getByText(`mailed to ${to}`, { exact: false }).waitFor();

  const reader = createClient({ baseUrl: server.url });
  const mailTo = (address: string, subject: string) =>
    vi.waitUntil(
      async () => {
        const { items } = await reader.mailbox.list({ query: { to: address } });
        const mail = items.find((one) => one.subject === subject);
        if (mail === undefined) return null;
        const { text } = await reader.mailbox.read({ params: { mail_id: mail.id } });
        return { text: text ?? '' };
      },
      { timeout: 20_000, interval: 200 },
    );
  await mailTo(from, 'Your e-mail address is to be changed');
  await page.goto(linkOf(await mailTo(to, 'Confirm your new e-mail address')));
  await page.getByRole('button', { name: 'Use this address' }).click();
  await toast(page, 'Your address is changed').waitFor();
  await section.getByText(`Now it is ${to}.`).waitFor();

  const owner = await browser.visit();
  await owner.goto(linkOf(await mailTo(from, 'Your e-mail address was changed')));
  await owner.getByLabel('New password').fill('password123');
  await owner.getByRole('button', { name: 'Put it back and set the password' }).click();
  await owner.getByText('This password is guessed too easily').waitFor();
  await owner.getByLabel('New password').fill('a much better password');
  await owner.getByRole('button', { name: 'Put it back and set the password' }).click();
  await toast(owner, 'The old address is back').waitFor();
  await signInHeading(page).waitFor();
  await signIn(owner, from, 'a much better password');
  await owner.getByTestId('account-menu').waitFor();
  await Promise.all([page, owner].map((one) => one.context().close()));
});

test('a key reads only unless more is chosen, and the list says what each may do', async () => {
  const page = await browser.visit();
  await signInAsDemo(page, 'recruiter');
  await settings(page);
  await page.getByRole('button', { name: 'New key' }).click();
  const dialog = page.getByRole('dialog', { name: 'New key' });
  expect(await dialog.getByRole('checkbox', { name: /^Change: / }).count()).toBeGreaterThan(0);
  expect(await dialog.getByRole('checkbox', { name: /^Change: /, checked: true }).count()).toBe(0);
  expect(await dialog.getByRole('checkbox', { name: /running this instance/ }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await dialog.getByText('Type a name, on one line').waitFor();
  await dialog.getByLabel('Name', { exact: true }).fill('Job board');
  await dialog.getByRole('checkbox', { name: 'Change: jobs' }).check();
  await page.route(
    '**/api/v1/me/api-keys',
    (route) =>
      route.fulfill({
        status: 403,
        contentType: 'application/problem+json',
        json: { type: 'about:blank', title: '', status: 403, code: 'reauthentication_required' },
      }),
    { times: 1 },
  );
  await dialog.getByRole('button', { name: 'Create key' }).click();
  const proof = page.getByRole('dialog', { name: 'Is it you?' });
  await proof.getByLabel('Password').fill('rolecall-demo');
  await proof.getByRole('button', { name: 'Confirm' }).click();
  const key = (await page.getByTestId('new-api-key').textContent()) ?? '';
  await page.getByRole('button', { name: 'I have kept it' }).click();
  const row = page.getByTestId('api-key').filter({ hasText: 'Job board' });
  await row.getByText('May change: jobs', { exact: true }).waitFor();
  await row.getByText('Never used').waitFor();

  const answerOf = async (path: string, body?: object) => {
    const response = await fetch(`${server.url}${path}`, {
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'PATCH', body: JSON.stringify(body) }),
    });
    return response.status;
  };
  expect(await answerOf('/api/v1/me')).toBe(200);
  expect(await answerOf('/api/v1/me', { name: 'Somebody else' })).toBe(403);
  await row.getByRole('button', { name: 'Revoke Job board' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('There are no keys.').waitFor();
  expect(await answerOf('/api/v1/me')).toBe(401);
  await page.context().close();
});

test('an operator disables somebody who is online, who is out at once and reads why', async () => {
  const email = 'max@example.org';
  const person = await browser.visit();
  await signUp(person, { name: 'Max Muster', email });
  await person.goto('/applications');
  const operator = await browser.visit();
  await signInAsDemo(operator, 'operator');
  await operator.goto('/operator/people?q=max');
  await operator.getByTestId('person').first().click();
  const account = operator.getByTestId('person-account');
  await account.getByText('in one place').waitFor();
  await account.getByRole('button', { name: 'Disable the account' }).click();
  const dialog = operator.getByRole('dialog', { name: 'Disable the account of Max Muster?' });
  await dialog.getByRole('button', { name: 'Disable the account' }).click();
  await dialog.getByText('Say why, on one line').waitFor();
  await dialog.getByLabel('Reason').fill('Asks others for money');
  await dialog.getByRole('button', { name: 'Disable the account' }).click();
  await account.getByText('Reason: Asks others for money').waitFor();
  await account.getByText('nowhere', { exact: true }).waitFor();

  await signInHeading(person).waitFor();
  await signIn(person, email);
  await person.getByRole('alert').getByText('disabled').waitFor();
  await person.goto(`/mailbox?to=${encodeURIComponent(email)}`);
  await person.getByTestId('mail').filter({ hasText: 'Your account was disabled' }).first().click();
  const mail = person.getByTestId('mail-view').locator('iframe').contentFrame();
  await mail.getByText('Asks others for money').waitFor();

  await operator.getByRole('link', { name: 'What was done to this account' }).click();
  await operator.getByText('Asks others for money').waitFor();
  await operator.goBack();
  await account.getByRole('button', { name: 'Enable the account again' }).click();
  await operator.getByRole('alertdialog').getByRole('button', { name: 'Enable the account again' }).click();
  await account.getByText('Can sign in').waitFor();
  await signIn(person, email);
  await person.getByTestId('account-menu').waitFor();
  await Promise.all([person, operator].map((one) => one.context().close()));
});

test('no page had a fault', () => {
  expect(browser.faults).toEqual([]);
});
