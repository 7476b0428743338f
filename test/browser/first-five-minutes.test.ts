import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, type TestBrowser, toast } from '../support/browser.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

/** The first five minutes, step by step as README.md has them. */

let server: ServerProcess;
let browser: TestBrowser;
let mia: Page;
let claire: Page;

/** What the clinic posts first. */
const ring = 'Paediatric Nurse, Day Clinic';

beforeAll(async () => {
  server = await startServer({ args: [] });
  browser = await openBrowser(server.url);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('one click signs in as Mia, who has lived through a week', async () => {
  mia = await browser.visit();
  await mia.goto('/');
  await mia.getByRole('button', { name: 'Mia, a nurse in Lyon' }).click();
  await mia.getByRole('heading', { level: 1, name: 'Hello, Mia' }).waitFor();
  await mia.goto('/notifications');
  const rows = mia.getByRole('main').getByTestId('notification');
  await rows.filter({ hasText: 'Interview for Registered Nurse, Children’s Ward' }).waitFor();
  await rows.filter({ hasText: 'News about Theatre Nurse' }).waitFor();
  await rows
    .filter({ hasText: /\d\d% match/ })
    .first()
    .waitFor();
});

test('a job rings with its score, reasons, place and pay, in toast, inbox and mail', async () => {
  const told = [ring, 'Clinique des Tilleuls', '% match', 'title', 'Lyon', '€36,000'];
  const shown = toast(mia, ring);
  await shown.waitFor();
  const row = mia.getByRole('main').getByTestId('notification').filter({ hasText: ring });
  await row.waitFor();
  for (const words of told) {
    expect(await shown.first().textContent()).toContain(words);
    expect(await row.textContent()).toContain(words);
  }
  await mia.goto('/mailbox');
  await mia.getByText(`${ring} at Clinique des Tilleuls`).first().click();
  const mail = mia.frameLocator('iframe').first();
  await mail.getByText('Why it fits you').waitFor();
  const text = await mail.locator('body').textContent();
  for (const fact of ['Clinique des Tilleuls', 'Lyon, France', '€36,000']) expect(text).toContain(fact);
});

test('Mia sees why it fits and applies with a note', async () => {
  await mia.goto('/matches');
  await mia.getByRole('link', { name: ring }).click();
  await mia.getByTestId('job-pane').getByRole('heading', { name: ring }).waitFor();
  await mia
    .getByRole('img', { name: /Match \d\d of 100/ })
    .first()
    .waitFor();
  await mia.getByRole('button', { name: 'Apply now' }).click();
  const dialog = mia.getByRole('dialog');
  await dialog.getByLabel('Note to the company').fill('Day shifts suit me.');
  await dialog.getByRole('button', { name: 'Send application' }).click();
  await mia.getByRole('heading', { name: 'You have applied' }).waitFor();
});

test('Claire, in another browser, hears of it and invites to an interview, of which Mia is told', async () => {
  claire = await browser.visit();
  await claire.goto('/');
  await claire.getByRole('button', { name: 'Claire, who hires for a clinic in Lyon' }).click();
  await claire.getByTestId('bell').click();
  await claire
    .getByRole('dialog')
    .getByTestId('notification')
    .filter({ hasText: ring })
    .getByRole('link', { name: 'Mia Fontaine has applied' })
    .click();
  await claire.getByTestId('applicant').filter({ hasText: 'Mia Fontaine' }).click();
  const detail = claire.getByTestId('applicant-detail');
  await detail.getByText('Day shifts suit me.').waitFor();
  await detail.getByRole('button', { name: 'Invite to interview' }).click();
  const dialog = claire.getByRole('dialog');
  await dialog.getByLabel('Day and time').fill('2099-05-04T10:00');
  await dialog.getByRole('button', { name: 'Invite to interview' }).click();
  await toast(mia, `Interview for ${ring}`).waitFor();
});

test('Odile runs the board by hand, which brings jobs', async () => {
  const odile = await browser.visit();
  await odile.goto('/');
  await odile.getByRole('button', { name: 'Odile, who runs this instance' }).click();
  await odile.getByTestId('account-menu').waitFor();
  await odile.goto('/operator/sources');
  const source = odile.getByTestId('source').filter({ hasText: 'Demo job board' });
  await source.getByRole('button', { name: 'Run now' }).click();
  await toast(mia, 'Infirmier en').first().waitFor();
  await source.getByText('Healthy').waitFor();
  expect(await source.textContent()).not.toContain('next try');
});

test('no page had a fault', () => {
  expect(browser.faults).toEqual([]);
});
