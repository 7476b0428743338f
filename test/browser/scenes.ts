import { type Client, createClient } from '@rolecall/client';
import type { Role } from '@rolecall/contract';
import type { Page } from 'playwright-core';
import { until } from '../support/people.ts';

/** A page of the demo, or something that is open on it. */
export interface Scene {
  readonly name: string;
  readonly as: Role | 'guest';
  readonly path: string;
  /** Only on a screen of this width. */
  readonly only?: 'phone' | 'desktop';
  /** What is done on the page before it is looked at. */
  readonly act?: (page: Page) => Promise<void>;
}

const openFirst = (testId: string) => async (page: Page) => {
  await page.getByTestId(testId).first().getByRole('link').first().click();
};
const press = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
};
const menuOf = (name: RegExp, item: string) => async (page: Page) => {
  await press(name)(page);
  await page.getByRole('menuitem', { name: item }).click();
};

/** Shows the page as it is while the company has to prove who it is. */
async function asUnverified(page: Page): Promise<void> {
  const [domain, address] = ['lanternworks.example', 'info@lanternworks.example'];
  await page.route('**/api/v1/company', async (route) => {
    const company = await (await route.fetch()).json();
    const proof = {
      domain,
      dns_name: `_rolecall-challenge.${domain}`,
      dns_value: 'rolecall-challenge=Zm9yIHRoZSBwaWN0dXJlIG9u',
      mail_address: address,
      code_expires_at: null,
    };
    await route.fulfill({
      json: { ...company, trust: 'unverified', domain: null, verified_at: null, verified_by: null, proof },
    });
  });
  await page.route('**/api/v1/company/postings', (route) =>
    route.fulfill({
      json: { rule: 'quiet', open: 3, open_limit: 5, recent: 1, daily_limit: 5, waiting: 3 },
    }),
  );
  await page.reload();
  await page.getByTestId('dns-record').waitFor();
}

/** Signs in where the server answers so. */
const signInAnswered =
  (
    answer: { readonly status: number; readonly code: string; readonly retryAfter?: number },
    more: object = {},
  ) =>
  async (page: Page) => {
    const { status, code, retryAfter } = answer;
    await page.route('**/api/v1/auth/sign-in', (route) =>
      route.fulfill({
        status,
        contentType: 'application/problem+json',
        headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
        body: JSON.stringify({ type: 'about:blank', title: code, status, code, ...more }),
      }),
    );
    await page.getByLabel('E-mail').fill('ada@example.org');
    await page.getByLabel('Password').fill('correct horse battery');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };
const secondStep = {
  challenge_token: 'x'.repeat(43),
  factors: ['totp', 'recovery_code'],
  expires_at: '2126-01-01T00:00:00.000Z',
};

/** Jobs of the demo's recruiter, which take applications here. */
const appliedFor = 'Embedded Software Engineer';
const openToApply = 'Working Student, Customer Support';
/** One that asks for money, so that it is flagged. */
const flaggedTitle = 'Delivery Assistant';

/** Every page, and every kind of dialog, menu and panel. */
export const scenes: readonly Scene[] = [
  { name: 'home-guest', as: 'guest', path: '/' },
  { name: 'sign-in', as: 'guest', path: '/sign-in' },
  {
    name: 'sign-in-too-often',
    as: 'guest',
    path: '/sign-in',
    act: signInAnswered({ status: 429, code: 'too_many_attempts', retryAfter: 700 }),
  },
  {
    name: 'second-step',
    as: 'guest',
    path: '/sign-in',
    act: signInAnswered({ status: 401, code: 'second_factor_required' }, secondStep),
  },
  { name: 'sign-up', as: 'guest', path: '/sign-up' },
  {
    name: 'sign-up-hint',
    as: 'guest',
    path: '/sign-up',
    async act(page) {
      await page.getByLabel('E-mail').fill('mara@gmial.com');
      await page.getByRole('button', { name: 'Use it' }).waitFor();
    },
  },
  { name: 'sign-up-faults', as: 'guest', path: '/sign-up', act: press('Create account') },
  { name: 'forgot-password', as: 'guest', path: '/forgot-password' },
  { name: 'reset-password', as: 'guest', path: '/reset-password?token=made-up' },
  { name: 'verify-email', as: 'guest', path: '/verify-email' },
  { name: 'undo-email', as: 'guest', path: '/undo-email#made-up' },
  { name: 'undo-email-over', as: 'guest', path: '/undo-email' },
  { name: 'confirm-email', as: 'job_seeker', path: '/confirm-email#made-up' },
  { name: 'jobs-guest', as: 'guest', path: '/jobs' },
  { name: 'jobs-filtered', as: 'guest', path: '/jobs?q=engineer&workplace=remote' },
  { name: 'filters', as: 'guest', path: '/jobs', only: 'phone', act: press(/^Filters/) },
  { name: 'jobs-empty', as: 'guest', path: '/jobs?q=nothing+is+called+this' },
  { name: 'not-found', as: 'guest', path: '/nowhere' },
  { name: 'mailbox', as: 'guest', path: '/mailbox' },
  {
    name: 'mail',
    as: 'guest',
    path: '/mailbox',
    act: async (page) => {
      await page.getByTestId('mail').first().click();
      await page.getByTestId('mail-view').locator('iframe').waitFor();
    },
  },
  { name: 'home-seeker', as: 'job_seeker', path: '/' },
  { name: 'jobs', as: 'job_seeker', path: '/jobs' },
  { name: 'job', as: 'job_seeker', path: '/matches', act: openFirst('job-card') },
  {
    name: 'apply',
    as: 'job_seeker',
    path: '/jobs?q=support',
    act: async (page) => {
      await page.getByRole('link', { name: openToApply }).click();
      await press('Apply now')(page);
    },
  },
  {
    name: 'report-job',
    as: 'job_seeker',
    path: '/jobs?q=support',
    act: async (page) => {
      await page.getByRole('link', { name: openToApply }).click();
      await press('Report this job')(page);
    },
  },
  { name: 'matches', as: 'job_seeker', path: '/matches' },
  { name: 'applications', as: 'job_seeker', path: '/applications' },
  {
    name: 'application',
    as: 'job_seeker',
    path: '/applications',
    act: async (page) => page.getByRole('main').getByRole('listitem').getByRole('link').first().click(),
  },
  { name: 'inbox', as: 'job_seeker', path: '/notifications' },
  { name: 'inbox-panel', as: 'job_seeker', path: '/', act: async (page) => page.getByTestId('bell').click() },
  {
    name: 'account-menu',
    as: 'job_seeker',
    path: '/',
    act: async (page) => page.getByTestId('account-menu').click(),
  },
  {
    name: 'explanation',
    as: 'job_seeker',
    path: '/notifications',
    act: menuOf(/^Actions for/, 'Why did I get this?'),
  },
  { name: 'kept-out', as: 'job_seeker', path: '/notifications/kept-out' },
  {
    name: 'kept-out-why',
    as: 'job_seeker',
    path: '/notifications/kept-out',
    act: async (page) => {
      await press(/^Why\?/)(page);
      await page.getByTestId('trace-steps').waitFor();
    },
  },
  { name: 'kept-out-none', as: 'recruiter', path: '/notifications/kept-out' },
  { name: 'digests', as: 'job_seeker', path: '/notifications/digests' },
  { name: 'digests-none', as: 'job_seeker', path: '/notifications/digests?show=weekly' },
  { name: 'digests-past', as: 'job_seeker', path: '/notifications/digests?show=past' },
  { name: 'settings-profile', as: 'job_seeker', path: '/settings/profile' },
  { name: 'settings-notifications', as: 'job_seeker', path: '/settings/notifications' },
  { name: 'settings-account', as: 'job_seeker', path: '/settings/account' },
  { name: 'api-key', as: 'job_seeker', path: '/settings/account', act: press('New key') },
  { name: 'api-key-operator', as: 'operator', path: '/settings/account', act: press('New key') },
  { name: 'end-sessions', as: 'operator', path: '/settings/account', act: press('Sign out all others') },
  { name: 'second-factor', as: 'operator', path: '/settings/account', act: press('Turn on') },
  { name: 'delete-account', as: 'job_seeker', path: '/settings/account', act: press('Delete my account') },
  {
    name: 'why-not',
    as: 'job_seeker',
    path: '/matches',
    act: async (page) => {
      await openFirst('job-card')(page);
      await press(/^Why (?:did I get|was I not told of) this/)(page);
    },
  },
  { name: 'confirm', as: 'job_seeker', path: '/settings/account', act: press('Sign out everywhere') },
  { name: 'home-recruiter', as: 'recruiter', path: '/' },
  { name: 'company', as: 'recruiter', path: '/company' },
  { name: 'company-unverified', as: 'recruiter', path: '/company', act: asUnverified },
  { name: 'company-jobs', as: 'recruiter', path: '/company/jobs' },
  { name: 'job-new', as: 'recruiter', path: '/company/jobs/new' },
  { name: 'job-edit', as: 'recruiter', path: '/company/jobs', act: menuOf(/^Actions for/, 'Edit') },
  {
    name: 'applicants',
    as: 'recruiter',
    path: '/company/jobs',
    act: async (page) => {
      await page.getByRole('link', { name: appliedFor }).click();
      await page.getByTestId('applicant').click();
      await page.getByTestId('applicant-detail').waitFor();
    },
  },
  {
    name: 'applicants-none',
    as: 'recruiter',
    path: '/company/jobs',
    act: async (page) => {
      await page.getByRole('link', { name: openToApply }).click();
      await page.waitForURL(({ pathname }) => pathname !== '/company/jobs');
      await page.locator('h1').first().waitFor();
    },
  },
  { name: 'overview', as: 'operator', path: '/operator' },
  { name: 'more-places', as: 'operator', path: '/operator', only: 'phone', act: press('More places') },
  { name: 'sources', as: 'operator', path: '/operator/sources' },
  { name: 'source-new', as: 'operator', path: '/operator/sources', act: press('Add a source') },
  { name: 'run-log', as: 'operator', path: '/operator/sources', act: menuOf(/^Actions for/, 'Run log') },
  { name: 'deliveries', as: 'operator', path: '/operator/deliveries' },
  { name: 'deliveries-sent', as: 'operator', path: '/operator/deliveries?status=sent' },
  { name: 'email', as: 'operator', path: '/operator/email' },
  { name: 'email-analytics', as: 'operator', path: '/operator/email/analytics' },
  { name: 'email-analytics-day', as: 'operator', path: '/operator/email/analytics?range=24h&by=domain' },
  {
    name: 'email-analytics-none',
    as: 'operator',
    path: '/operator/email/analytics?range=custom&from=2026-01-01&to=2026-01-03',
  },
  { name: 'people', as: 'operator', path: '/operator/people' },
  { name: 'people-none', as: 'operator', path: '/operator/people?q=nobody+is+called+this' },
  {
    name: 'person',
    as: 'operator',
    path: '/operator/people?q=mara',
    act: async (page) => page.getByTestId('person').first().click(),
  },
  { name: 'people-disabled', as: 'operator', path: '/operator/people?state=disabled' },
  {
    name: 'person-disable',
    as: 'operator',
    path: '/operator/people?q=mara',
    act: async (page) => {
      await page.getByTestId('person').first().click();
      await press('Disable the account')(page);
    },
  },
  {
    name: 'person-own',
    as: 'operator',
    path: '/operator/people?q=odile',
    act: async (page) => {
      await page.getByTestId('person').first().click();
      await page.getByText('This is your own account', { exact: false }).waitFor();
    },
  },
  {
    name: 'story',
    as: 'operator',
    path: '/operator/people?q=mara',
    act: async (page) => {
      await page.getByTestId('person').first().click();
      await press(/^Story of/)(page);
      await page.getByTestId('trace-steps').waitFor();
    },
  },
  { name: 'companies', as: 'operator', path: '/operator/companies' },
  { name: 'companies-none', as: 'operator', path: '/operator/companies?q=nobody+is+called+this' },
  {
    name: 'company-decision',
    as: 'operator',
    path: '/operator/companies?state=verified',
    act: async (page) => {
      await page.getByTestId('company').first().click();
      await press('Refuse')(page);
    },
  },
  {
    name: 'operator-company',
    as: 'operator',
    path: '/operator/companies?state=verified',
    act: async (page) => {
      await page.getByTestId('company').first().click();
      await page.getByRole('heading', { name: 'Recruiters' }).waitFor();
    },
  },
  { name: 'suppressions', as: 'operator', path: '/operator/suppressions' },
  { name: 'suppressions-none', as: 'operator', path: '/operator/suppressions?q=nobody' },
  { name: 'suppressions-add', as: 'operator', path: '/operator/suppressions', act: press('Add') },
  { name: 'suppressions-release', as: 'operator', path: '/operator/suppressions', act: press('Release') },
  {
    name: 'suppressions-import',
    as: 'operator',
    path: '/operator/suppressions',
    async act(page) {
      await press('Import')(page);
      const csv = 'address,scope\nada@example.org,all\nno address\ngrace@example.org,everything\n';
      const file = { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
      await page.getByLabel('File').setInputFiles(file);
      await page.getByText('3 lines').waitFor();
    },
  },
  { name: 'inbox-bounced', as: 'recruiter', path: '/notifications' },
  { name: 'account-bounced', as: 'recruiter', path: '/settings/account' },
  { name: 'templates', as: 'operator', path: '/operator/templates' },
  { name: 'template', as: 'operator', path: '/operator/templates/offer/email/en' },
  { name: 'mail-gallery', as: 'operator', path: '/operator/mail-gallery?kind=interview_invitation' },
  {
    name: 'mail-gallery-dark',
    as: 'operator',
    path: '/operator/mail-gallery?kind=offer&sample=long&locale=all&width=column&scheme=dark',
  },
  { name: 'online', as: 'operator', path: '/operator/online' },
  { name: 'online-none', as: 'operator', path: '/operator/online?role=recruiter' },
  { name: 'broadcasts', as: 'operator', path: '/operator/broadcasts' },
  {
    name: 'broadcast-new',
    as: 'operator',
    path: '/operator/broadcasts/new',
    act: async (page) => page.getByRole('radio', { name: 'A segment' }).check(),
  },
  {
    name: 'broadcast-faults',
    as: 'operator',
    path: '/operator/broadcasts/new',
    act: press('Save the draft'),
  },
  {
    name: 'broadcast-draft',
    as: 'operator',
    path: '/operator/broadcasts?status=draft',
    act: openFirst('broadcast'),
  },
  {
    name: 'broadcast-start',
    as: 'operator',
    path: '/operator/broadcasts?status=draft',
    act: async (page) => {
      await openFirst('broadcast')(page);
      await press('Start now')(page);
    },
  },
  {
    name: 'broadcast-schedule',
    as: 'operator',
    path: '/operator/broadcasts?status=draft',
    act: async (page) => {
      await openFirst('broadcast')(page);
      await press('Schedule')(page);
    },
  },
  {
    name: 'broadcast-finished',
    as: 'operator',
    path: '/operator/broadcasts?status=finished',
    act: openFirst('broadcast'),
  },
  { name: 'moderation', as: 'operator', path: '/operator/moderation' },
  { name: 'moderation-none', as: 'operator', path: '/operator/moderation?state=hidden&cause=flags' },
  {
    name: 'moderation-case',
    as: 'operator',
    path: '/operator/moderation',
    act: async (page) => {
      await openFirst('moderation-case')(page);
      await page.getByTestId('case-text').waitFor();
    },
  },
  {
    name: 'moderation-hide',
    as: 'operator',
    path: '/operator/moderation',
    act: async (page) => {
      await openFirst('moderation-case')(page);
      await press('Hide the posting')(page);
    },
  },
  {
    name: 'posting-flagged',
    as: 'recruiter',
    path: '/company/jobs',
    act: async (page) => {
      await page.getByRole('link', { name: flaggedTitle }).first().click();
      await page.waitForURL(/applicants/);
      await page.goto(`/jobs/${page.url().match(/[\da-f-]{36}/)?.[0]}`);
      await page.getByTestId('review-notice').waitFor();
    },
  },
  { name: 'audit', as: 'operator', path: '/operator/audit' },
  {
    name: 'audit-none',
    as: 'operator',
    path: '/operator/audit?action=suppressions_imported&from=2026-01-01',
  },
  { name: 'wrong-role', as: 'operator', path: '/matches' },
];

/** Has the demo's job seeker apply for a job, so that there is an application to look at. Again: changes nothing. */
export async function prepareScenes(url: string): Promise<void> {
  const client = await signInAs(url, 'job_seeker');
  if ((await client.applications.listOwn({})).items.length === 0) {
    const { items } = await client.jobs.search({ query: { q: `"${appliedFor}"` } });
    const job = items.find(({ title }) => title === appliedFor);
    if (job === undefined) throw new Error(`The demo has no job "${appliedFor}"`);
    const resume = await client.applications.uploadResume({
      file: new File(['Mara Lindqvist. Eight years of web applications.'], 'mara.txt', {
        type: 'text/plain',
      }),
    });
    await client.applications.apply({
      params: { job_id: job.id },
      body: { note: 'I have soldered since I was nine.', resume_id: resume.id },
    });
  }
  await client.auth.signOut();
  await prepareBroadcasts(url);
  await prepareSuppressions(url);
  await prepareModeration(url);
  // Stays signed in, so that there is another session to end.
  await signInAs(url, 'operator');
}

/** Has the demo's recruiter post a job that is flagged, and its job seeker report it. Again: changes nothing. */
async function prepareModeration(url: string): Promise<void> {
  const recruiter = await signInAs(url, 'recruiter');
  const { items } = await recruiter.jobs.listOwn({ query: { limit: 100 } });
  if (!items.some(({ title }) => title === flaggedTitle)) {
    const { id } = await recruiter.jobs.create({
      body: {
        title: flaggedTitle,
        description:
          'You bring parcels to people in your part of the town. To book your training a fee of €60 is due in advance; send the receipt to Kim on **W h a t s A p p** +49 171 39 200 91, no calls.',
        places: ['Hamburg'],
        skills: [],
      },
    });
    const seeker = await signInAs(url, 'job_seeker');
    await seeker.moderation.report({
      params: { job_id: id },
      body: { reason: 'asks_for_money', text: 'They wanted €60 before they would even talk to me.' },
    });
    await seeker.auth.signOut();
  }
  await recruiter.auth.signOut();
}

/** Has the demo's operator read a list in which the recruiter stands too, whose mail comes back. */
async function prepareSuppressions(url: string): Promise<void> {
  const operator = await signInAs(url, 'operator');
  const { demo_people: people } = await operator.instance.read();
  const recruiter = people.find(({ role }) => role === 'recruiter')?.email ?? '';
  await operator.suppressions.import({
    body: {
      dry_run: false,
      csv: [
        'address,reason,scope,expires_at,note',
        `${recruiter},hard_bounce,all,,`,
        'somebody.with.a.rather.long.address@a-domain-with-a-long-name.example,complaint,all_but_transactional,,',
        'full@example.org,soft_bounces,all,2099-01-01T00:00:00Z,',
        'grace@example.org,manual,all,,Asked by phone not to be written to again',
        'ada@example.org,import,all,,From the list of the old system',
      ].join('\n'),
    },
  });
  await operator.auth.signOut();
}

/**
 * Has the demo's operator write one broadcast, send another one to recruiters alone, and one to job seekers while theirs
 * has announcements switched off, so that it is kept out of the inbox. Again: changes nothing.
 */
async function prepareBroadcasts(url: string): Promise<void> {
  const operator = await signInAs(url, 'operator');
  if ((await operator.broadcasts.list({ query: {} })).items.length === 0) {
    const seeker = await signInAs(url, 'job_seeker');
    const hears = (inbox: boolean) =>
      seeker.preferences.update({
        body: { categories: [{ category: 'announcements', channels: { inbox } }] },
      });
    const text = { title: 'Searches can be saved', message: 'Find yours under Jobs.' };
    const bodyFor = (role: Role) =>
      ({ kind: 'feature_announcement', content: { en: text }, audience: { to: 'role', role } }) as const;
    await operator.broadcasts.create({ body: bodyFor('recruiter') });
    await hears(false);
    await announce(operator, bodyFor('job_seeker'));
    await hears(true);
    await announce(operator, bodyFor('recruiter'));
    await seeker.auth.signOut();
  }
  await operator.auth.signOut();
}

/** Sends a broadcast and waits until everybody has it. */
async function announce(
  operator: Client,
  body: Parameters<Client['broadcasts']['create']>[0]['body'],
): Promise<void> {
  const { id } = await operator.broadcasts.create({ body });
  await operator.broadcasts.start({ params: { broadcast_id: id } });
  await until('the broadcast to be finished', async () => {
    const { status } = await operator.broadcasts.read({ params: { broadcast_id: id } });
    return status === 'finished' ? true : undefined;
  });
}

/** Signs in as the demo's person of a role. */
async function signInAs(url: string, role: Role): Promise<Client> {
  const client = createClient({ baseUrl: url });
  const { demo_people: people } = await client.instance.read();
  const person = people.find((one) => one.role === role);
  if (person === undefined) throw new Error(`${url} has no demo person of the role ${role}`);
  await client.auth.signIn({ body: { email: person.email, password: person.password } });
  return client;
}
