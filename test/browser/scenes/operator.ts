import type { Page } from 'playwright-core';
import { followFirst, followFirstLink, inTurn, menuOf, press, type Scene } from './scene.ts';

const openPerson = followFirst('person', /^\/operator\/people\/./);
const openCompany = followFirst('company', /^\/operator\/companies\/./);
const openBroadcast = followFirstLink('broadcast', /^\/operator\/broadcasts\/./);
const openCase = followFirstLink('moderation-case', /^\/operator\/moderation\/./);

const looksLike = [
  {
    id: '0199f0aa-0000-7000-8000-000000000001',
    ...{ name: 'Lanternworks GmbH', trust: 'source', domain: null },
    postings: [
      { source: 'Harbour Board', open: 412 },
      { source: 'Northern Careers', open: 1 },
    ],
    leads_to: ['lanternworks.com', 'greenhouse.io'],
    ...{ refused: null, hidden: false, shared_domain: null },
  },
  {
    id: '0199f0aa-0000-7000-8000-000000000002',
    ...{ name: 'LW Holding', trust: 'verified', domain: 'lanternworks.example', postings: [], leads_to: [] },
    ...{ refused: null, hidden: false, shared_domain: null },
  },
  {
    id: '0199f0aa-0000-7000-8000-000000000003',
    ...{
      name: 'Lantern House',
      trust: 'unverified',
      domain: null,
      postings: [],
      leads_to: [],
      hidden: false,
    },
    refused: { at: '2026-08-20T09:00:00.000Z', reason: 'Asked applicants for a fee' },
    shared_domain: 'lantern-jobs.example',
  },
];

/** Shows companies as they are while an operator has to look at their names. */
async function inNameReview(page: Page): Promise<void> {
  await page.route(/\/api\/v1\/operator\/companies(?:\?|\/[\da-f-]{36}$|$)/, async (route) => {
    const found = await (await route.fetch()).json();
    const awaiting = { domain: 'lantern-jobs.example', by: 'mail', since: '2026-09-01T09:00:00.000Z' };
    const doubtful = { name: 'Lanternworks Karriere', looks_like: looksLike, doubts: ['shared_mailbox'] };
    const none = { trust: 'unverified', domain: null, verified_at: null, verified_by: null };
    const first = { ...doubtful, ...none, awaiting };
    const json = Array.isArray(found.items)
      ? {
          ...found,
          items: found.items.map((one: object, at: number) => (at === 0 ? { ...one, ...first } : one)),
        }
      : { ...found, ...first };
    await route.fulfill({ json });
  });
  await page.reload();
  await page.getByTestId('company').first().waitFor();
}

export const operatorScenes: readonly Scene[] = [
  { name: 'api-key-operator', as: 'operator', path: '/settings/account', act: press('New key') },
  { name: 'end-sessions', as: 'operator', path: '/settings/account', act: press('Sign out all others') },
  { name: 'second-factor', as: 'operator', path: '/settings/account', act: press('Turn on') },
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
    act: openPerson,
  },
  { name: 'people-disabled', as: 'operator', path: '/operator/people?state=disabled' },
  {
    name: 'person-disable',
    as: 'operator',
    path: '/operator/people?q=mara',
    act: inTurn(openPerson, press('Disable the account')),
  },
  {
    name: 'person-own',
    as: 'operator',
    path: '/operator/people?q=odile',
    act: async (page) => {
      await openPerson(page);
      await page.getByText('This is your own account', { exact: false }).waitFor();
    },
  },
  {
    name: 'story',
    as: 'operator',
    path: '/operator/people?q=mara',
    act: async (page) => {
      await openPerson(page);
      await press(/^Story of/)(page);
      await page.getByTestId('trace-steps').waitFor();
    },
  },
  { name: 'companies', as: 'operator', path: '/operator/companies' },
  { name: 'companies-none', as: 'operator', path: '/operator/companies?q=nobody+is+called+this' },
  {
    name: 'companies-name-review',
    as: 'operator',
    path: '/operator/companies?state=verified',
    act: inNameReview,
  },
  {
    name: 'operator-company-name-review',
    as: 'operator',
    path: '/operator/companies?state=verified',
    act: async (page) => {
      await inNameReview(page);
      await openCompany(page);
      await page.getByTestId('look-alikes').waitFor();
    },
  },
  {
    name: 'company-decision',
    as: 'operator',
    path: '/operator/companies?state=verified',
    act: inTurn(openCompany, press('Refuse')),
  },
  {
    name: 'operator-company',
    as: 'operator',
    path: '/operator/companies?state=verified',
    act: async (page) => {
      await openCompany(page);
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
    act: openBroadcast,
  },
  {
    name: 'broadcast-start',
    as: 'operator',
    path: '/operator/broadcasts?status=draft',
    act: inTurn(openBroadcast, press('Start now')),
  },
  {
    name: 'broadcast-schedule',
    as: 'operator',
    path: '/operator/broadcasts?status=draft',
    act: inTurn(openBroadcast, press('Schedule')),
  },
  {
    name: 'broadcast-finished',
    as: 'operator',
    path: '/operator/broadcasts?status=finished',
    act: openBroadcast,
  },
  { name: 'moderation', as: 'operator', path: '/operator/moderation' },
  { name: 'moderation-none', as: 'operator', path: '/operator/moderation?state=hidden&cause=flags' },
  {
    name: 'moderation-case',
    as: 'operator',
    path: '/operator/moderation',
    act: async (page) => {
      await openCase(page);
      await page.getByTestId('case-text').waitFor();
    },
  },
  {
    name: 'moderation-hide',
    as: 'operator',
    path: '/operator/moderation',
    act: inTurn(openCase, press('Hide the posting')),
  },
  { name: 'audit', as: 'operator', path: '/operator/audit' },
  {
    name: 'audit-none',
    as: 'operator',
    path: '/operator/audit?action=suppressions_imported&from=2026-01-01',
  },
  { name: 'wrong-role', as: 'operator', path: '/matches' },
];
