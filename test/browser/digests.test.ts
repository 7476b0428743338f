import { createClient } from '@rolecall/client';
import type { Role } from '@rolecall/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, phone, settled, signInAsDemo, type TestBrowser } from '../support/browser.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

let server: ServerProcess;
let browser: TestBrowser;

beforeAll(async () => {
  server = await startServer({ args: ['--demo'] });
  browser = await openBrowser(server.url);
  const [seeker, operator] = [await demoClient('job_seeker'), await demoClient('operator')];
  await seeker.client.preferences.update({
    body: {
      categories: [{ category: 'services', frequency: 'daily' }],
      digest: { at: '08:00' },
      quiet_hours: {
        days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
        from: '07:00',
        to: '09:30',
      },
    },
  });
  for (const title of ['Your room is ready', 'Your badge is ready']) {
    await operator.client.events.send({
      body: {
        type: 'notification',
        user_id: seeker.id,
        kind: 'service_message',
        payload: { title, message: 'Room 3.', action: { label: 'See the jobs', path: '/jobs' } },
      },
    });
  }
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function demoClient(role: Role) {
  const client = createClient({ baseUrl: server.url });
  const { demo_people: people } = await client.instance.read();
  // The last of a role is one who has lived through nothing yet.
  const person = people.findLast((one) => one.role === role);
  const { email = '', password = '' } = person ?? {};
  const { account } = await client.auth.signIn({ body: { email, password } });
  return { client, id: account.id };
}

test.each([
  ['a desktop', {}],
  ['a phone', { viewport: phone }],
] as const)(
  'on %s a person sees what the next digest holds, and when it goes out',
  async (_screen, options) => {
    const page = await browser.visit(options);
    await signInAsDemo(page, 'job_seeker');
    await page.goto('/notifications');
    await page.getByRole('link', { name: 'Digests' }).click();
    await page.getByRole('heading', { name: /^Goes out / }).waitFor();
    const items = page.getByTestId('digest-item');
    expect(await items.getByRole('link').allTextContents()).toEqual([
      'Your badge is ready',
      'Your room is ready',
    ]);
    await page.getByText('when your quiet hours or your pause end').waitFor();
    await page.getByText('You want Services in your daily digest.').waitFor();

    await page.getByRole('link', { name: 'Weekly' }).click();
    await page.getByText('You have no weekly digest').waitFor();
    await page.getByRole('link', { name: 'Past ones' }).click();
    await page.getByText('No digest yet').waitFor();

    await page.getByRole('link', { name: 'Daily' }).click();
    await items.getByRole('link', { name: 'Your room is ready' }).click();
    await page.waitForURL('**/jobs');
    await page.context().close();
  },
);

test('what is read meanwhile leaves it', async () => {
  const page = await browser.visit();
  await signInAsDemo(page, 'job_seeker');
  await page.goto('/notifications');
  await page.getByRole('button', { name: 'Mark as read: Your room is ready' }).click();
  await page.getByRole('link', { name: 'Digests' }).click();
  await settled(page);
  await page.getByRole('heading', { name: /^Goes out / }).waitFor();
  await expect.poll(() => page.getByTestId('digest-item').count()).toBe(1);
  await page.context().close();
});

test('no page had a fault', () => {
  expect(browser.faults).toEqual([]);
});
