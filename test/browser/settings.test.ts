import { AxeBuilder } from '@axe-core/playwright';
import { createClient } from '@rolecall/client';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { desktop, openBrowser, settled, signInAsDemo, type TestBrowser, toast } from '../support/browser.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

const narrow = { width: 320, height: 700 } as const;
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let server: ServerProcess;
let browser: TestBrowser;
/** The preference centre of the demo's job seeker. */
let centre: string;
let seeker: ReturnType<typeof createClient>;

beforeAll(async () => {
  server = await startServer({ args: ['--demo'] });
  browser = await openBrowser(server.url);
  seeker = createClient({ baseUrl: server.url });
  const { demo_people: people } = await seeker.instance.read();
  // The last of a role is one who has lived through nothing yet, as whom the pages are visited.
  const person = people.findLast(({ role }) => role === 'job_seeker');
  if (person === undefined) throw new Error('the demo has no job seeker');
  await seeker.auth.signIn({ body: { email: person.email, password: person.password } });
  centre = await linkOfMailTo(person.email);
});
afterAll(async () => {
  await seeker.auth.signOut();
  await browser.close();
  await server.stop();
});

/** The address of `List-Unsubscribe` in a mail that somebody got; mails of the demo may still be on their way. */
async function linkOfMailTo(email: string): Promise<string> {
  return vi.waitUntil(
    async () => {
      const { items } = await seeker.mailbox.list({ query: { to: email } });
      for (const { id } of items) {
        const { headers } = await seeker.mailbox.read({ params: { mail_id: id } });
        const header = headers.find(({ name }) => name.toLowerCase() === 'list-unsubscribe');
        const link = /\/u\/[\w-]+/.exec(header?.value ?? '')?.[0];
        if (link !== undefined) return link;
      }
      return null;
    },
    { timeout: 30_000, interval: 200 },
  );
}

async function violations(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().withTags(standards);
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
}

const overflow = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

describe.each([
  ['desktop', desktop],
  ['phone', narrow],
] as const)('the settings of notifications on a %s', (_screen, viewport) => {
  let page: Page;

  beforeAll(async () => {
    page = await browser.visit({ viewport });
    await signInAsDemo(page, 'job_seeker');
    await page.goto('/settings/notifications');
    await page.getByTestId('summary').waitFor();
    await settled(page);
  });
  afterAll(() => page.context().close());

  const jobs = () => page.getByTestId('category-jobs');
  const part = async (name: string, awaited: string) => {
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { name: awaited, exact: true }).waitFor();
  };
  const digestTime = async (time: string) => {
    await part('When', 'Digests');
    await page.getByLabel('Time', { exact: true }).fill(time);
    await page.getByLabel('Time', { exact: true }).press('Enter');
    await part('What and how', 'What comes which way');
  };

  test('tell at once what follows from a choice, keep it, and take it back', async () => {
    await jobs().getByRole('combobox').selectOption('daily');
    await jobs().getByText('by mail every day at 09:00').waitFor();
    await digestTime('18:30');
    await jobs().getByText('by mail every day at 18:30').waitFor();
    // The page shows a change before it is saved.
    const digestsAt = async () => (await seeker.preferences.read()).digest.at;
    await expect.poll(digestsAt, { timeout: 10_000 }).toBe('18:30');
    await page.reload();
    await jobs().getByText('by mail every day at 18:30').waitFor();

    await jobs().getByRole('switch', { name: 'Jobs by E-mail' }).press('Space');
    await jobs().getByText('You get job alerts in the inbox only.').waitFor();
    expect(await jobs().getByRole('combobox').count()).toBe(0);
    await toast(page, 'no more by E-mail').getByRole('button', { name: 'Undo' }).click();
    await jobs().getByText('by mail every day at 18:30').waitFor();

    await digestTime('09:00');
    await jobs().getByRole('combobox').selectOption('immediate');
    await jobs().getByText('You get job alerts at once, in the inbox and by mail.').waitFor();
  });

  test('leave out one kind, say so, and keep what is live apart from the inbox', async () => {
    await jobs().getByRole('button', { name: /^Jobs/ }).press('Enter');
    const alert = jobs().getByTestId('kind-job_alert');
    await alert.getByRole('switch', { name: 'by E-mail' }).press('Space');
    await jobs().getByText('Left out by you: 1 kind by mail.').waitFor();
    await jobs().getByRole('switch', { name: 'Jobs by E-mail (some of it)' }).waitFor();
    await jobs().getByRole('switch', { name: 'Jobs by Live' }).press('Space');
    await jobs().getByText('Open pages do not show it when it comes.').waitFor();
    expect(await jobs().getByRole('switch', { name: 'Jobs by Inbox' }).isChecked()).toBe(true);
    expect(await violations(page)).toEqual([]);

    await jobs().getByRole('switch', { name: 'Jobs by Live' }).press('Space');
    await alert.getByRole('switch', { name: 'by E-mail' }).press('Space');
    await jobs()
      .getByText('You get job alerts at once, in the inbox and by mail.', { exact: true })
      .waitFor();
    const kept = async () => {
      const { categories } = await seeker.preferences.read();
      return categories.find(({ category }) => category === 'jobs')?.live;
    };
    await expect.poll(kept, { timeout: 10_000 }).toBe(true);
    await jobs().getByRole('button', { name: /^Jobs/ }).press('Enter');
  });

  test('hold back by quiet hours, limits and a pause', async () => {
    const summary = page.getByTestId('summary');
    await part('When', 'Quiet hours');
    await page.getByRole('switch', { name: 'Quiet hours' }).click();
    await summary.getByText('Nothing but what is urgent is sent from 22:00 to 07:00').waitFor();
    await part('How much', 'Limits');
    await page.getByLabel('Of them by E-mail').fill('5');
    await page.getByLabel('Of them by E-mail').press('Enter');
    await summary.getByText('at most 5 a day by mail').waitFor();
    await page.getByLabel('Most in a day').fill('many');
    await page.getByLabel('Most in a day').press('Enter');
    await page.getByText('Must be a number from 1 to 1,000, or empty').waitFor();
    await page.getByLabel('Most in a day').fill('');
    await part('When', 'Quiet hours');
    await page.getByRole('button', { name: 'For 1 hour' }).click();
    await summary.getByText('Everything but what is urgent is paused until').waitFor();
    await page.getByRole('button', { name: 'End the pause' }).click();
    await part('How much', 'Limits');
    await page.getByLabel('Of them by E-mail').fill('');
    await page.getByLabel('Of them by E-mail').press('Enter');
    await summary.getByText('at most 5 a day by mail').waitFor({ state: 'detached' });
    await part('When', 'Quiet hours');
    await page.getByRole('switch', { name: 'Quiet hours' }).click();
    await summary.getByText('There are no quiet hours').waitFor();
    // The page shows a change before it is saved, and what comes next leaves the page.
    const saved = async () => (await seeker.preferences.read()).quiet_hours;
    await expect.poll(saved, { timeout: 10_000 }).toBeNull();
  });

  test('show a change that fails as it was before', async () => {
    await page.route('**/api/v1/preferences', (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    );
    await part('What and how', 'What comes which way');
    const inbox = page.getByRole('switch', { name: 'Career by Inbox' });
    await inbox.click();
    await page.locator('[data-sonner-toast][data-type="error"]').first().waitFor();
    await page.unroute('**/api/v1/preferences');
    await expect.poll(() => inbox.isChecked(), { timeout: 10_000 }).toBe(true);
  });

  test('list what is muted, and unmute it with a way back', async () => {
    const subject = 'company:0190a5b4-0000-7000-8000-000000000000';
    await seeker.preferences.mute({ params: { subject }, body: { label: 'North Quay' } });
    await page.goto('/settings/notifications?part=muted');
    const unmute = page.getByRole('button', { name: 'Unmute North Quay' });
    await unmute.click();
    await page.getByText('Nothing is muted.').waitFor();
    await toast(page, 'You hear of “North Quay” again').getByRole('button', { name: 'Undo' }).click();
    await unmute.waitFor();
    await seeker.preferences.unmute({ params: { subject } });
  });

  test('fit the screen, and have nothing that axe finds', async () => {
    for (const query of ['', '?part=when', '?part=much', '?part=muted', '?part=more']) {
      await page.goto(`/settings/notifications${query}`);
      await page.getByTestId('summary').waitFor();
      await settled(page);
      expect(await overflow(page), query).toBe(0);
      expect(await violations(page), query).toEqual([]);
    }
  });
});

test('a test message tells what became of it', async () => {
  const page = await browser.visit();
  await signInAsDemo(page, 'recruiter');
  await page.goto('/settings/notifications?part=more');
  await page.getByRole('button', { name: 'Test E-mail' }).click();
  await page.getByText('It was handed to the mail server.').waitFor();
  await page.getByRole('link', { name: 'How much', exact: true }).click();
  await page.getByRole('heading', { name: 'Limits' }).waitFor();
  expect(await page.getByText('Tell me of matches').count()).toBe(0);
  await page.context().close();
});

describe.each([
  ['desktop', desktop],
  ['phone', narrow],
] as const)('the preference centre on a %s', (_screen, viewport) => {
  test('works by the link alone, without a script and a cookie, and takes back what it did', async () => {
    const page = await browser.visit({ viewport, javaScriptEnabled: false });
    await page.goto(centre);
    await page.getByRole('heading', { name: 'Your mails from Rolecall' }).waitFor();
    await page.getByLabel('Your career', { exact: true }).selectOption('weekly');
    await page.getByRole('button', { name: 'Save: Your career' }).click();
    const told = page.getByRole('status');
    await told.getByText('by mail every Monday at 09:00').waitFor();
    await told.getByRole('button', { name: 'Undo' }).click();
    await told.getByText('It is as it was before').waitFor();
    expect(await page.getByLabel('Your career', { exact: true }).inputValue()).toBe('immediate');
    await page.getByRole('button', { name: 'Stop all mails' }).click();
    expect(await page.getByLabel('Jobs that fit you', { exact: true }).inputValue()).toBe('off');
    await told.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Pause for a week' }).click();
    await page.getByRole('button', { name: 'End the pause' }).click();
    await told.getByText('The pause is over').waitFor();
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });

  test.each(['light', 'dark'] as const)(
    'fits the screen, and has nothing that axe finds, in %s',
    async (colorScheme) => {
      const page = await browser.visit({ viewport, colorScheme });
      await page.goto(centre);
      expect(await overflow(page)).toBe(0);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
  );
});

test('no page had a fault', () => {
  expect(browser.faults).toEqual([]);
});
