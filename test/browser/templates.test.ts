import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, phone, settled, signInAsDemo, type TestBrowser, toast } from '../support/browser.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

let server: ServerProcess;
let browser: TestBrowser;
let operator: Page;

beforeAll(async () => {
  server = await startServer({ args: ['--demo'] });
  browser = await openBrowser(server.url);
  operator = await browser.visit();
  await signInAsDemo(operator, 'operator');
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('a text is written, seen, published and taken back', async () => {
  await operator.goto('/operator/templates');
  await operator
    .getByRole('navigation', { name: 'Welcome, Inbox' })
    .getByRole('link', { name: 'English: as shipped' })
    .click();
  await operator.getByTestId('inbox-preview').getByText('Welcome to Rolecall, Ada Lovelace').waitFor();

  await operator.getByLabel('Title').fill('Hi {{ nme }}');
  await operator.getByText(/Line 1, column \d+: undefined variable: nme/).waitFor();
  await operator.getByText('This text has faults').waitFor();
  expect(await operator.getByRole('button', { name: 'Publish' }).isDisabled()).toBe(true);

  await operator.getByLabel('Title').fill('Hi {{ name }}!');
  await operator.getByTestId('inbox-preview').getByText('Hi Ada Lovelace!').waitFor();
  await operator.getByRole('button', { name: 'Save draft' }).click();
  await toast(operator, 'Draft saved').waitFor();
  await operator.getByRole('button', { name: 'Publish' }).click();
  await operator.getByRole('alertdialog').getByRole('button', { name: 'Publish' }).click();
  await operator.getByText('People read version 1').waitFor();

  await operator.getByRole('button', { name: 'Use the shipped text' }).click();
  await operator.getByRole('alertdialog').getByRole('button', { name: 'Use the shipped text' }).click();
  await operator.getByText('People read the shipped text', { exact: true }).first().waitFor();

  await operator.getByRole('button', { name: 'Compare' }).click();
  const title = operator.getByRole('dialog').getByRole('region', { name: 'Title' });
  await title.getByText('+ Hi {{ name }}!', { exact: true }).waitFor();
  await title.getByText('− Welcome to Rolecall, {{ name }}', { exact: true }).waitFor();
  await operator.keyboard.press('Escape');

  await operator.getByRole('button', { name: 'Go back to it' }).click();
  await operator.getByRole('alertdialog').getByRole('button', { name: 'Go back' }).click();
  await operator.getByText('People read version 2').waitFor();
});

test('a mail is shown as it would look, also in dark and on a phone', async () => {
  const page = await browser.visit({ viewport: phone });
  await signInAsDemo(page, 'operator');
  await page.goto('/operator/templates/interview_invitation/email/de');
  await settled(page);
  await page
    .getByTestId('mail-subject')
    .getByText('Vorstellungsgespräch: Harbour Pilot bei North Quay')
    .waitFor();
  const mail = page.frameLocator('iframe[title="Mail with sample data"]');
  await mail.locator('td', { hasText: /^Montag, 14. September 2026 um 14:00 MESZ$/ }).waitFor();
  await page.getByRole('button', { name: 'Dark' }).click();
  const frame = page.getByTitle('Mail with sample data');
  await expect.poll(() => frame.getAttribute('srcdoc')).toContain('@media all');
  expect(await frame.getAttribute('sandbox')).toBe('');
});

test('the gallery shows every mail in each language, width and scheme, and sends one to oneself', async () => {
  await operator.goto('/operator/templates');
  await operator.getByRole('link', { name: 'Mail gallery' }).click();
  await operator.getByRole('heading', { name: 'Mail gallery' }).waitFor();
  await operator.getByLabel('Kind').selectOption('Interview invitation');
  await operator.getByLabel('Language').selectOption('All languages');
  await operator.getByLabel('Samples').selectOption('Every form of a kind');
  await operator.getByLabel('Width').selectOption('Column, 600 px');
  await operator.getByLabel('Colours').selectOption('Dark');
  const headings = operator.getByRole('heading', { level: 2, name: 'Interview invitation' });
  await expect.poll(() => headings.count()).toBe(20);
  const frame = operator.getByTitle('Interview invitation, typical, English', { exact: true });
  await expect.poll(() => frame.getAttribute('srcdoc')).toContain('@media all');
  expect(await frame.getAttribute('sandbox')).toBe('');
  expect((await frame.boundingBox())?.width).toBe(600);
  await operator.getByText('With interview.ics').first().waitFor();
  await operator.getByRole('button', { name: 'Send to me: Interview invitation, typical, English' }).click();
  await toast(operator, 'Sent to').waitFor();
  // The address has all of it, to be shared or read again.
  await operator.reload();
  await expect.poll(() => headings.count()).toBe(20);
  await operator.getByRole('link', { name: 'Edit: Interview invitation, typical, Deutsch' }).click();
  await operator.waitForURL('**/operator/templates/interview_invitation/email/de');
});

test('nobody but operators gets there', async () => {
  const seeker = await browser.visit();
  await signInAsDemo(seeker, 'job_seeker');
  const status = await seeker.evaluate(async () => (await fetch('/api/v1/notifications/templates')).status);
  expect([401, 403]).toContain(status);
});

test('no page had a fault', () => {
  expect(browser.faults).toEqual([]);
});
