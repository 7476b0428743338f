import { openToApply } from './demo-jobs.ts';
import { follow, inTurn, menuOf, openJobOfList, press, type Scene } from './scene.ts';

const openJob = openJobOfList();

export const jobSeekerScenes: readonly Scene[] = [
  { name: 'confirm-email', as: 'job_seeker', path: '/confirm-email#made-up' },
  { name: 'home-seeker', as: 'job_seeker', path: '/' },
  { name: 'jobs', as: 'job_seeker', path: '/jobs' },
  { name: 'job', as: 'job_seeker', path: '/matches', act: openJob },
  { name: 'alerts', as: 'job_seeker', path: '/alerts' },
  { name: 'alert-editor', as: 'job_seeker', path: '/alerts', act: press('New alert') },
  {
    name: 'apply',
    as: 'job_seeker',
    path: '/jobs?q=support',
    act: inTurn(openJobOfList(openToApply), press('Apply now')),
  },
  {
    name: 'report-job',
    as: 'job_seeker',
    path: '/jobs?q=support',
    act: inTurn(openJobOfList(openToApply), press('Report this job')),
  },
  { name: 'matches', as: 'job_seeker', path: '/matches' },
  {
    name: 'jobs-panes',
    as: 'job_seeker',
    path: '/jobs',
    only: 'desktop',
    act: (page) => page.getByTestId('job-card').first().getByRole('link').first().click(),
  },
  {
    name: 'matches-panes',
    as: 'job_seeker',
    path: '/matches',
    only: 'desktop',
    act: (page) => page.getByTestId('job-card').first().getByRole('link').first().click(),
  },
  { name: 'resume', as: 'job_seeker', path: '/resume' },
  { name: 'applications', as: 'job_seeker', path: '/applications' },
  {
    name: 'application',
    as: 'job_seeker',
    path: '/applications',
    act: (page) =>
      follow(page, /^\/applications\/./, () =>
        page.getByRole('main').getByRole('listitem').getByRole('link').first().click(),
      ),
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
  { name: 'digests', as: 'job_seeker', path: '/notifications/digests' },
  { name: 'digests-none', as: 'job_seeker', path: '/notifications/digests?show=weekly' },
  { name: 'digests-past', as: 'job_seeker', path: '/notifications/digests?show=past' },
  { name: 'settings-profile', as: 'job_seeker', path: '/settings/profile' },
  { name: 'settings-notifications', as: 'job_seeker', path: '/settings/notifications' },
  {
    name: 'settings-kinds',
    as: 'job_seeker',
    path: '/settings/notifications',
    act: (page) => page.getByTestId('category-jobs').locator('button[aria-expanded]').click(),
  },
  { name: 'settings-when', as: 'job_seeker', path: '/settings/notifications?part=when' },
  { name: 'settings-much', as: 'job_seeker', path: '/settings/notifications?part=much' },
  { name: 'settings-more', as: 'job_seeker', path: '/settings/notifications?part=more' },
  { name: 'settings-account', as: 'job_seeker', path: '/settings/account' },
  { name: 'api-key', as: 'job_seeker', path: '/settings/account', act: press('New key') },
  { name: 'delete-account', as: 'job_seeker', path: '/settings/account', act: press('Delete my account') },
  {
    name: 'why-not',
    as: 'job_seeker',
    path: '/matches',
    act: inTurn(openJob, press(/^Why (?:did I get|was I not told of) this/)),
  },
  { name: 'confirm', as: 'job_seeker', path: '/settings/account', act: press('Sign out everywhere') },
];
