import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, signIn, signOut, signUp, type TestBrowser, toast } from '../support/browser.ts';
import { password } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

const email = 'ida@example.org';
const secondPassword = 'a second long password';
const thirdPassword = 'a third long password';

let server: ServerProcess;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser(server.url);
  page = await browser.visit();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const accountMenu = (on: Page) => on.getByTestId('account-menu');
const signInHeading = (on: Page) => on.getByRole('heading', { name: 'Sign in', exact: true });

test('an instance without the demo says what will be where', async () => {
  await page.goto('/');
  await page.getByRole('heading', { name: 'The right job calls you' }).waitFor();
  expect(await page.getByText(/jobs? (is|are) open/).count()).toBe(0);
  await page.goto('/jobs');
  await page.getByText('No jobs yet').waitFor();
  await page.goto('/mailbox');
  await page.getByText('No mail yet').waitFor();
  await page.goto('/sign-in');
  await signInHeading(page).waitFor();
  expect(await page.getByText('Try it out as').count()).toBe(0);
});

test('a new person finds empty pages that say what to do', async () => {
  await signUp(page, { name: 'Ida Fresh', email });
  await page.waitForURL('**/settings/profile');
  await page.goto('/');
  await page.getByText('Your profile could tell more').waitFor();
  await page.getByText('No matches yet').waitFor();
  await page.getByText('You have not applied yet').waitFor();
});

test('the cookie keeps a person signed in over a reload, and nothing else does', async () => {
  await page.goto('/applications');
  await page.reload();
  await page.getByRole('heading', { name: 'Applications' }).first().waitFor();

  await page.context().clearCookies();
  await page.reload();
  await signInHeading(page).waitFor();
  await signIn(page, email);
  await page.waitForURL('**/applications');
});

test('an access token that runs out is replaced without a word', async () => {
  const refreshed = page.waitForResponse('**/api/v1/auth/refresh');
  await page.route(
    '**/api/v1/matches*',
    (route) =>
      route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        json: { type: 'about:blank', title: 'Unauthenticated', status: 401, code: 'unauthenticated' },
      }),
    { times: 1 },
  );
  await page.getByRole('link', { name: 'Matches' }).first().click();
  expect((await refreshed).status()).toBe(200);
  await page.getByText('No matches yet').waitFor();
});

test('signing out in one tab signs out the other', async () => {
  const other = await page.context().newPage();
  await other.goto('/applications');
  await accountMenu(other).waitFor();
  await signOut(page);
  await signInHeading(other).waitFor();
  await other.close();
});

test('a forgotten password is replaced by way of the mail', async () => {
  const device = await browser.visit();
  await signIn(device, email);
  await accountMenu(device).waitFor();

  await page.goto('/forgot-password');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByText('Look into your mailbox').waitFor();

  await page.getByRole('contentinfo').getByRole('link', { name: 'Mailbox' }).click();
  await page.getByTestId('mail').filter({ hasText: 'Set a new password' }).click();
  const frame = page.getByTestId('mail-view').locator('iframe');
  expect(await frame.getAttribute('sandbox')).toBe('allow-popups allow-popups-to-escape-sandbox');
  const [reset] = await Promise.all([
    page.waitForEvent('popup'),
    frame.contentFrame().getByRole('link', { name: 'Set a new password' }).click(),
  ]);
  await reset.getByLabel('New password').fill(secondPassword);
  await reset.getByRole('button', { name: 'Set password' }).click();
  await toast(reset, 'Your new password is set').waitFor();

  await signIn(reset, email, password);
  await reset.getByRole('alert').waitFor();
  await signIn(reset, email, secondPassword);
  await accountMenu(reset).waitFor();
  await reset.close();

  await device.goto('/applications');
  await signInHeading(device).waitFor();
  await device.context().close();
});

test('changing the password signs out every other device', async () => {
  const device = await browser.visit();
  await signIn(device, email, secondPassword);
  await accountMenu(device).waitFor();

  await page.goto('/settings/account');
  await page.getByLabel('Current password').fill('not my password');
  await page.getByLabel('New password').fill(thirdPassword);
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText('This is not your password').waitFor();
  await page.getByLabel('Current password').fill(secondPassword);
  await page.getByRole('button', { name: 'Change password' }).click();
  await toast(page, 'Password changed').waitFor();

  await device.goto('/applications');
  await signInHeading(device).waitFor();
  await page.reload();
  await accountMenu(page).waitFor();
  await signIn(device, email, thirdPassword);
  await device.waitForURL('**/applications');
});

test('no page had a fault', () => {
  expect(browser.faults).toEqual([]);
});
