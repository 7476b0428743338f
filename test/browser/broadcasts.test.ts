import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, phone, settled, signInAsDemo, type TestBrowser, toast } from '../support/browser.ts';
import { confirmAddress, type Person, signUpSeeker, waitForMail } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

let server: ServerProcess;
let browser: TestBrowser;
let operator: Page;
let seeker: Person;

beforeAll(async () => {
  server = await startServer({ args: ['--demo'] });
  browser = await openBrowser(server.url);
  operator = await browser.visit();
  seeker = await signUpSeeker(server.url, 'Hanna Hafen', {
    skills: ['Underwater welding'],
    locale: 'de',
  });
  await confirmAddress(seeker);
  await signInAsDemo(operator, 'operator');
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const toSkill = async (page: Page, skill: string) => {
  await page.getByRole('radio', { name: 'A segment' }).check();
  await page.getByLabel('Skills').fill(skill);
  await page.getByLabel('Skills').press('Enter');
};

test('a broadcast is written, counted, looked at, tried out and sent', async () => {
  await operator.goto('/operator/broadcasts');
  await operator.getByText('No broadcasts yet').waitFor();
  await operator.getByRole('link', { name: 'New broadcast' }).first().click();

  await operator.getByRole('button', { name: 'Save the draft' }).click();
  await operator.getByText('Must not be empty').first().waitFor();

  await operator.getByLabel('Title').fill('Searches can be saved');
  await operator.getByLabel('Message').fill('Find yours under Jobs.');
  await operator.getByLabel('Button').fill('Have a look');
  await operator.getByLabel('Where it leads').fill('/jobs');
  await operator.getByTestId('inbox-preview').getByText('Have a look').waitFor();
  const mail = operator.frameLocator('[data-testid="mail-preview"]');
  await mail.getByRole('heading', { name: 'Searches can be saved' }).waitFor();

  await operator.getByRole('tab', { name: /Deutsch/ }).click();
  await operator.getByRole('button', { name: 'Write it in Deutsch' }).click();
  await operator.getByLabel('Title').fill('Suchen lassen sich speichern');
  await operator.getByLabel('Message').fill('Zu finden unter Jobs.');
  await operator.getByTestId('inbox-preview').getByText('Suchen lassen sich speichern').waitFor();

  await toSkill(operator, 'underwater welding');
  const count = operator.getByTestId('audience-count');
  await count.getByText('1 person', { exact: true }).waitFor();
  await count.getByText('Hanna Hafen').waitFor();

  await operator.getByRole('button', { name: 'Save the draft' }).click();
  await operator.getByRole('heading', { level: 1, name: 'Searches can be saved' }).waitFor();
  await operator.reload();
  await operator.getByTestId('audience-count').getByText('1 person', { exact: true }).waitFor();

  await operator.getByRole('button', { name: 'Send a test' }).click();
  await operator.getByLabel('Language of the text').selectOption('Deutsch');
  await operator.getByRole('button', { name: 'Send the test' }).click();
  await toast(operator, 'The test is on its way').waitFor();
  await operator.getByText(/^Tested by/).waitFor();

  await operator.getByRole('button', { name: 'Start now' }).click();
  const dialog = operator.getByRole('alertdialog', { name: 'Tell 1 person?' });
  await dialog.getByRole('button', { name: 'Start now' }).click();
  await operator.getByText('Finished', { exact: true }).first().waitFor();
  expect(await operator.getByTestId('broadcast-progress').innerText()).toContain('1 of 1 person');
  const outcome = operator.getByTestId('broadcast-outcome');
  await outcome.getByText('In inboxes').waitFor();
  await outcome.getByRole('row').filter({ hasText: 'E-mail' }).getByText('Sent', { exact: true }).waitFor();

  await waitForMail(seeker, /Suchen lassen sich speichern/);
  const { items } = await seeker.client.notifications.list({});
  expect(items.filter(({ kind }) => kind === 'feature_announcement')).toHaveLength(1);
});

test('what is scheduled says when it starts, and can be made a draft again', async () => {
  await operator.goto('/operator/broadcasts/new');
  await operator.getByLabel('Kind').selectOption('Maintenance');
  await operator.getByLabel('Title').fill('We are away for an hour');
  await operator.getByLabel('Message').fill('Nothing is lost.');
  await operator.getByLabel('Begins').fill('2040-06-01T02:00');
  await operator.getByRole('button', { name: 'Save the draft' }).click();
  await operator.getByRole('button', { name: 'Schedule' }).click();
  const dialog = operator.getByRole('dialog', { name: 'Schedule it' });
  await dialog.getByLabel('Time zone').selectOption('America/New York');
  await dialog.getByLabel('Date and time').fill('2020-01-01T09:00');
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  await dialog.getByText('Must be in the future').waitFor();
  await dialog.getByLabel('Date and time').fill('2040-06-01T09:00');
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  await operator.getByText('Scheduled', { exact: true }).first().waitFor();
  await operator.getByText(/starts 1 Jun 2040/).waitFor();
  await operator.getByRole('button', { name: 'Make it a draft again' }).click();
  await operator.getByRole('button', { name: 'Throw away' }).click();
  await operator.getByRole('alertdialog').getByRole('button', { name: 'Throw away' }).click();
  await operator.getByRole('heading', { level: 1, name: 'Broadcasts' }).waitFor();
  await operator.getByText('Searches can be saved').waitFor();
  expect(await operator.getByText('We are away for an hour').count()).toBe(0);
});

test('on a phone it can be followed and opened', async () => {
  const page = await browser.visit({ viewport: phone });
  await signInAsDemo(page, 'operator');
  await page.goto('/operator/broadcasts');
  await page.getByRole('link', { name: 'Searches can be saved' }).click();
  await page.getByTestId('broadcast-outcome').waitFor();
  await settled(page);
  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  expect(overflow).toBeLessThanOrEqual(0);
  await page.context().close();
});

test('no page had a fault', () => {
  expect(browser.faults).toEqual([]);
});
