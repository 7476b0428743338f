import type { Page } from 'playwright-core';
import { appliedFor, flaggedTitle, openToApply } from './demo-jobs.ts';
import { follow, followLink, menuOf, type Scene } from './scene.ts';

const applicants = /^\/company\/jobs\/.+\/applicants$/;

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

/** Shows the page as it is while an operator has to look at the name. */
async function asAwaiting(page: Page): Promise<void> {
  await page.route('**/api/v1/company', async (route) => {
    const company = await (await route.fetch()).json();
    const awaiting = { domain: 'lanternworks.example', by: 'dns', since: '2026-09-01T09:00:00.000Z' };
    const none = { domain: null, verified_at: null, verified_by: null, proof: null };
    await route.fulfill({ json: { ...company, ...none, trust: 'unverified', awaiting } });
  });
  await page.reload();
  await page.getByTestId('awaiting').waitFor();
}

export const recruiterScenes: readonly Scene[] = [
  { name: 'kept-out-none', as: 'recruiter', path: '/notifications/kept-out' },
  { name: 'home-recruiter', as: 'recruiter', path: '/' },
  { name: 'company', as: 'recruiter', path: '/company' },
  { name: 'company-unverified', as: 'recruiter', path: '/company', act: asUnverified },
  { name: 'company-awaiting', as: 'recruiter', path: '/company', act: asAwaiting },
  { name: 'company-jobs', as: 'recruiter', path: '/company/jobs' },
  { name: 'job-new', as: 'recruiter', path: '/company/jobs/new' },
  {
    name: 'job-edit',
    as: 'recruiter',
    path: '/company/jobs',
    act: (page) => follow(page, /^\/company\/jobs\/.+\/edit$/, () => menuOf(/^Actions for/, 'Edit')(page)),
  },
  {
    name: 'applicants',
    as: 'recruiter',
    path: '/company/jobs',
    act: async (page) => {
      await followLink(appliedFor, applicants)(page);
      await page.getByTestId('applicant').click();
      await page.getByTestId('applicant-detail').waitFor();
    },
  },
  {
    name: 'applicants-none',
    as: 'recruiter',
    path: '/company/jobs',
    act: followLink(openToApply, applicants),
  },
  { name: 'inbox-bounced', as: 'recruiter', path: '/notifications' },
  { name: 'account-bounced', as: 'recruiter', path: '/settings/account' },
  {
    name: 'posting-flagged',
    as: 'recruiter',
    path: '/company/jobs',
    act: async (page) => {
      await followLink(flaggedTitle, applicants)(page);
      await page.goto(`/jobs/${page.url().match(/[\da-f-]{36}/)?.[0]}`);
      await page.getByTestId('review-notice').waitFor();
    },
  },
];
