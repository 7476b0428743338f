import type { Role } from '@rolecall/contract';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { countPages } from './browser-coverage.ts';
import { password } from './people.ts';

const debianChromium = '/usr/bin/chromium';

/** Chromium without a screen and without a word to the outside. */
export const launchChromium = (executablePath: string = debianChromium): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export const desktop = { width: 1280, height: 800 } as const;
export const phone = { width: 390, height: 844 } as const;

/** A browser for the tests of one file. */
export interface TestBrowser {
  /** Opens a page in a profile of its own, as another person at another computer. */
  visit(options?: BrowserContextOptions): Promise<Page>;
  /** Errors that no code has caught and breaches of the content security policy, on any page so far. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** By this the server knows a browser again; see `rolecall_device` in docs/security.md. */
const device = 'the-browser-of-the-tests';

/** The person signed up here before: signing in here now is no sign-in from a new device, which would be told. */
export async function signedUpHere(page: Page, url: string): Promise<void> {
  await page.context().addCookies([{ name: 'rolecall_device', value: device, url }]);
}

/** Sends requests as the pages of this browser would. */
export function fetchAsHere(url: string): typeof fetch {
  return (input, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('origin', url);
    headers.set('cookie', `rolecall_device=${device}`);
    return fetch(input, { ...init, headers });
  };
}

/** For what the slowest step of a page needs on a busy machine, in milliseconds. */
const patience = 20_000;

export async function openBrowser(baseURL: string): Promise<TestBrowser> {
  const browser = await launchChromium();
  const faults: string[] = [];
  return {
    faults,
    async visit(options = {}) {
      const context = await browser.newContext({
        baseURL,
        viewport: desktop,
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(patience);
      await countPages(context);
      context.on('weberror', (error) => faults.push(String(error.error())));
      context.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) faults.push(message.text());
      });
      return withApp(await context.newPage(), options.javaScriptEnabled !== false);
    },
    async close() {
      for (const context of browser.contexts()) await context.close();
      await browser.close();
    },
  };
}

/** Public pages come with their text, and the app takes over a moment later: tests of the app wait for it. */
function withApp(page: Page, runsScripts: boolean): Page {
  if (!runsScripts) return page;
  const open = page.goto.bind(page);
  page.goto = async (...request) => {
    const answer = await open(...request);
    await page.locator('#served').waitFor({ state: 'detached' });
    return answer;
  };
  return page;
}

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  /** For who hires. */
  readonly company?: string;
}

/** Makes an account through the pages. */
export async function signUp(page: Page, { name, email, company }: NewPerson): Promise<void> {
  await page.goto('/sign-up');
  if (company !== undefined) {
    await page.getByText('I hire people').click();
    await page.getByLabel('Company').fill(company);
  }
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByTestId('account-menu').waitFor();
}

export async function signIn(page: Page, email: string, secret = password): Promise<void> {
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(secret);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Whom of the demo tests take for a role: those who have lived through nothing yet. */
const demoPersonas = { job_seeker: 'engineer', recruiter: 'lighting', operator: 'operator' } as const;

/** Signs in as a person of the demo with a role, by the button of the sign-in page. */
export async function signInAsDemo(page: Page, role: Role): Promise<void> {
  await page.goto('/sign-in');
  await page.getByTestId(`demo-${demoPersonas[role]}`).click();
  await page.getByTestId('account-menu').waitFor();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByTestId('account-menu').click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor();
}

/** Waits until nothing on the page stands for something that is still being loaded. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.animate-pulse, [aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** What lies above the page for a moment to tell something. */
export const toast = (page: Page, words: string): Locator =>
  page.locator('[data-sonner-toast]').filter({ hasText: words });

/** The address behind the button of a mail. */
export function linkOf(mail: { readonly text: string }): string {
  const [link] = /https?:\/\/\S+/.exec(mail.text) ?? [];
  if (link === undefined) throw new Error(`There is no link in the mail:\n${mail.text}`);
  return link;
}
