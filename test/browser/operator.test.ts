import { createClient } from '@rolecall/client';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, settled, signInAsDemo, type TestBrowser, toast } from '../support/browser.ts';
import { type FeedServer, makePostings, serveFeed } from '../support/feed.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { listen, password, signUpSeeker, until } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

let mail: MailServer;
let feed: FeedServer;
let server: ServerProcess;
let browser: TestBrowser;
let operator: Page;

beforeAll(async () => {
  mail = await startMailServer();
  feed = await serveFeed(makePostings(24));
  server = await startServer({
    args: ['--demo'],
    environment: { SMTP_URL: mail.url, ROLECALL_OUTGOING_PRIVATE_ORIGINS: feed.origin },
  });
  browser = await openBrowser(server.url);
  operator = await browser.visit();
  await signInAsDemo(operator, 'operator');
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await feed.close();
  await mail.close();
});

test('a new source is read now, and its numbers and jobs appear', async () => {
  await operator.goto('/operator/sources');
  await operator.getByRole('button', { name: 'Add a source' }).click();
  const dialog = operator.getByRole('dialog');
  await dialog.getByLabel('Link or company').fill('http://10.0.0.1/jobs');
  await dialog.getByRole('button', { name: 'Try it out' }).click();
  await dialog.getByText('Nothing was found').waitFor();
  await dialog.getByLabel('Link or company').fill(feed.address);
  await dialog.getByRole('button', { name: 'Try it out' }).click();
  await dialog.getByText('24 of 24 rows are jobs.').waitFor();
  expect(await dialog.getByTestId('trial-postings').getByRole('listitem').count()).toBe(10);
  await dialog.getByLabel('Name').fill('Feedworks careers');
  await dialog.getByRole('button', { name: 'Add source' }).click();

  const source = operator.getByTestId('source').filter({ hasText: 'Feedworks careers' });
  await source.getByText('Never run').waitFor();
  await source.getByRole('button', { name: 'Run now' }).click();
  await source.getByText('Succeeded').waitFor();
  await source.getByText('24 open jobs').waitFor();

  await source.getByRole('button', { name: 'Actions for Feedworks careers' }).click();
  await operator.getByRole('menuitem', { name: 'Run log' }).click();
  const log = operator.getByRole('dialog');
  await log.getByText('by hand').waitFor();
  expect(await log.locator('dl').first().innerText()).toMatch(/read\s+24\s+new\s+24/);

  await operator.goto('/jobs?q=Feedworks');
  await operator.getByText('24 jobs', { exact: true }).waitFor();
});

test('a mail that could not be delivered is sent again from the list of what failed', async () => {
  await operator.goto('/operator/deliveries');
  await operator.getByText('Nothing has failed').waitFor();

  // The address is the first that `signUpSeeker` gives.
  const address = 'nora.nowhere.1@example.org';
  // About the mails, not the address, which would not be written to again.
  mail.refuse(address, '554 5.6.0 this is not taken');
  const nora = await signUpSeeker(server.url, 'Nora Nowhere');
  await nora.client.auth.changePassword({
    body: { current_password: password, password: 'four lamps over the quay' },
  });
  const client = createClient({ baseUrl: server.url });
  await client.auth.signIn({ body: { email: 'odile@demo.example', password: 'rolecall-demo' } });
  await until('both mails to fail', async () => {
    const { items } = await client.operator.listDeliveries({ query: { status: 'failed' } });
    return items.length === 2 ? items : undefined;
  });

  await operator.reload();
  const failed = operator.getByRole('main').getByRole('listitem').filter({ hasText: 'Security alert' });
  await failed.getByText(/554/).waitFor();
  mail.refuse(address, null);
  await failed.getByRole('button', { name: 'Send again' }).click();
  await toast(operator, 'It is tried again').waitFor();
  await failed.waitFor({ state: 'detached' });
  // Nobody has confirmed the address, so it is told nothing that somebody could have written at sign-up.
  expect((await mail.mailTo(address, /password/)).text).not.toContain('Nora Nowhere');
});

test('the overview counts what there is', async () => {
  await operator.goto('/operator');
  await settled(operator);
  await operator.getByText('1 has failed').waitFor();
  await operator.getByRole('row', { name: /Sent/ }).waitFor();
});

test('who connects appears among those online by itself, and who leaves is gone', async () => {
  await operator.getByRole('link', { name: /open connections?$/ }).click();
  await operator.getByRole('heading', { name: 'Online', level: 1 }).waitFor();
  const socket = await listen(await signUpSeeker(server.url, 'Olive Online'));
  const row = operator.getByTestId('online-person').filter({ hasText: 'Olive Online' });
  await row.getByText('1 connection').waitFor();

  await operator.getByRole('link', { name: 'Recruiters' }).click();
  await operator.getByText('No recruiter is online').waitFor();
  await operator.getByRole('link', { name: 'Job seekers' }).click();
  await row.waitFor();
  socket.close();
  await row.waitFor({ state: 'detached' });
});

test('no page had a fault', () => {
  expect(browser.faults).toEqual([]);
});
