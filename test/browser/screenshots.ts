import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';

/**
 * Walks the pages of a running server as its demo people and takes a picture of each, on a desktop and on a phone, in
 * light and in dark:
 *
 *     npm run screenshots -- --url http://localhost:3000 --out /tmp/pictures [--only home,jobs] [--look phone-dark]
 *
 * It only looks, except that its people open what is unread.
 */
interface Look {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
}

const looks: readonly Look[] = [
  { name: 'desktop-light', width: 1280, height: 800, colorScheme: 'light' },
  { name: 'desktop-dark', width: 1280, height: 800, colorScheme: 'dark' },
  { name: 'phone-light', width: 390, height: 844, colorScheme: 'light' },
  { name: 'phone-dark', width: 390, height: 844, colorScheme: 'dark' },
];

type Person = 'guest' | 'job_seeker' | 'recruiter' | 'operator';

interface Picture {
  readonly name: string;
  readonly as: Person;
  readonly path: string;
  /** What is done on the page before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

const openFirst = (testId: string) => async (page: Page) => {
  await page.getByTestId(testId).first().getByRole('link').first().click();
};

const pictures: readonly Picture[] = [
  { name: 'home-guest', as: 'guest', path: '/' },
  { name: 'sign-in', as: 'guest', path: '/sign-in' },
  { name: 'sign-up', as: 'guest', path: '/sign-up' },
  { name: 'forgot-password', as: 'guest', path: '/forgot-password' },
  { name: 'verify-email', as: 'guest', path: '/verify-email' },
  { name: 'jobs-guest', as: 'guest', path: '/jobs' },
  { name: 'jobs-empty', as: 'guest', path: '/jobs?q=nothing+is+called+this' },
  { name: 'not-found', as: 'guest', path: '/nowhere' },
  { name: 'mailbox', as: 'guest', path: '/mailbox' },
  {
    name: 'mail',
    as: 'guest',
    path: '/mailbox',
    act: async (page) => page.getByTestId('mail').first().click(),
  },
  { name: 'home-seeker', as: 'job_seeker', path: '/' },
  { name: 'jobs', as: 'job_seeker', path: '/jobs' },
  { name: 'job', as: 'job_seeker', path: '/matches', act: openFirst('job-card') },
  { name: 'matches', as: 'job_seeker', path: '/matches' },
  { name: 'applications', as: 'job_seeker', path: '/applications' },
  { name: 'inbox', as: 'job_seeker', path: '/notifications' },
  {
    name: 'inbox-panel',
    as: 'job_seeker',
    path: '/',
    act: async (page) => page.getByTestId('bell').click(),
  },
  {
    name: 'explanation',
    as: 'job_seeker',
    path: '/notifications',
    act: async (page) =>
      page
        .getByRole('button', { name: /^Why did I get this/ })
        .first()
        .click(),
  },
  { name: 'settings-profile', as: 'job_seeker', path: '/settings/profile' },
  { name: 'settings-notifications', as: 'job_seeker', path: '/settings/notifications' },
  { name: 'settings-account', as: 'job_seeker', path: '/settings/account' },
  { name: 'home-recruiter', as: 'recruiter', path: '/' },
  { name: 'company-jobs', as: 'recruiter', path: '/company/jobs' },
  { name: 'job-new', as: 'recruiter', path: '/company/jobs/new' },
  { name: 'applicants', as: 'recruiter', path: '/company/jobs', act: openFirst('company-job') },
  { name: 'overview', as: 'operator', path: '/operator' },
  { name: 'sources', as: 'operator', path: '/operator/sources' },
  { name: 'deliveries', as: 'operator', path: '/operator/deliveries' },
  { name: 'wrong-role', as: 'operator', path: '/matches' },
];

/** Time for what a picture shows to come to rest, in milliseconds. */
const settleTime = 400;

async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(settleTime);
}

async function takePictures(browser: Browser, look: Look, options: Options): Promise<void> {
  for (const person of ['guest', 'job_seeker', 'recruiter', 'operator'] as const) {
    const wanted = pictures.filter(({ as, name }) => as === person && options.isWanted(name));
    if (wanted.length === 0) continue;
    const context = await browser.newContext({
      baseURL: options.url,
      viewport: { width: look.width, height: look.height },
      colorScheme: look.colorScheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => process.stderr.write(`${look.name}: ${error.message}\n`));
    if (person !== 'guest') {
      await page.goto('/sign-in');
      await page.getByTestId(`demo-${person}`).click();
      await page.getByTestId('account-menu').waitFor();
    }
    for (const picture of wanted) {
      await page.goto(picture.path);
      await settle(page);
      if (picture.act !== undefined) {
        await picture.act(page);
        await settle(page);
      }
      const file = path.join(options.out, `${look.name}-${picture.name}.png`);
      await page.screenshot({ path: file });
      process.stdout.write(`${file}\n`);
    }
    await context.close();
  }
}

interface Options {
  readonly url: string;
  readonly out: string;
  readonly isWanted: (name: string) => boolean;
}

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    out: { type: 'string', default: 'screenshots' },
    browser: { type: 'string', default: '/usr/bin/chromium' },
    only: { type: 'string' },
    look: { type: 'string' },
  },
});
const only = values.only?.split(',');
const options: Options = {
  url: values.url,
  out: values.out,
  isWanted: (name) => only?.includes(name) ?? true,
};
await mkdir(options.out, { recursive: true });
const browser = await chromium.launch({
  executablePath: values.browser,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  for (const look of looks.filter(({ name }) => values.look === undefined || values.look === name)) {
    await takePictures(browser, look, options);
  }
} finally {
  await browser.close();
}
