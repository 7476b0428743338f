import type { Page } from 'playwright-core';
import { press, type Scene } from './scene.ts';

/** Signs in where the server answers so, until the page says it. */
const signInAnswered =
  (
    words: string,
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
    await page.getByText(words).first().waitFor();
  };
const secondStep = {
  challenge_token: 'x'.repeat(43),
  factors: ['totp', 'recovery_code'],
  expires_at: '2126-01-01T00:00:00.000Z',
};

export const guestScenes: readonly Scene[] = [
  { name: 'home-guest', as: 'guest', path: '/' },
  {
    name: 'company',
    as: 'guest',
    path: '/jobs',
    act: async (page) => {
      await page.getByTestId('job-card').getByRole('link').first().click();
      await page.locator('main a[href^="/companies/"]').click();
      await page.waitForURL('**/companies/*');
    },
  },
  { name: 'sign-in', as: 'guest', path: '/sign-in' },
  {
    name: 'sign-in-too-often',
    as: 'guest',
    path: '/sign-in',
    act: signInAnswered('Too many attempts', { status: 429, code: 'too_many_attempts', retryAfter: 700 }),
  },
  {
    name: 'second-step',
    as: 'guest',
    path: '/sign-in',
    act: signInAnswered('One more step', { status: 401, code: 'second_factor_required' }, secondStep),
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
];
