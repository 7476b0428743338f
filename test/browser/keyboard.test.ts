import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

let server: ServerProcess;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  server = await startServer({ args: ['--demo'] });
  browser = await openBrowser(server.url);
  page = await browser.visit();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const focused = (): Locator => page.locator('*:focus');

/** Presses Tab until this has the focus, and checks that the eye can follow. */
async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused().count()) > 0) await expectVisibleFocus();
    if (await target.evaluate((element) => element.matches(':focus'))) return;
  }
  throw new Error(`Tab does not lead to ${target}`);
}

/**
 * The element with the focus has an outline, or its frame or the area above it has: links that fill a card outline the
 * card, and the fields of the search form colour their frame. What only scripts focus, as the content of a new page,
 * needs none.
 */
async function expectVisibleFocus(): Promise<void> {
  const hidden = await focused().evaluate((element) => {
    if (element.getAttribute('tabindex') === '-1') return null;
    const view = element.ownerDocument.defaultView;
    const isOutlined = (candidate: typeof element, part?: string) => {
      const style = view?.getComputedStyle(candidate, part);
      return (
        style !== undefined && style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0
      );
    };
    const frame = element.closest('[class*="focus-within:"], [class*="has-focus-visible:"]');
    return isOutlined(element) || isOutlined(element, '::after') || frame !== null ? null : element.outerHTML;
  });
  expect(hidden, 'an element whose focus cannot be seen').toBeNull();
}

test('a job seeker comes from signing in to an application with the keyboard alone', async () => {
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Tab');
  expect(await focused().textContent()).toBe('Skip to content');
  await page.keyboard.press('Enter');
  expect(await focused().getAttribute('id')).toBe('main');

  await tabTo(page.getByRole('main').getByRole('link', { name: 'Sign in' }));
  await page.keyboard.press('Enter');
  await tabTo(page.getByLabel('E-mail'));
  await page.keyboard.type('mara@demo.example');
  await tabTo(page.getByLabel('Password'));
  await page.keyboard.type('rolecall-demo');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Hello, Mara' }).waitFor();

  await tabTo(page.getByLabel('Words'));
  await page.keyboard.type('working student');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Find your next role' }).waitFor();
  await tabTo(page.getByRole('link', { name: 'Working Student, Customer Support' }));
  await page.keyboard.press('Enter');
  const apply = page.getByRole('button', { name: 'Apply now' });
  await tabTo(apply);

  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // The dialog gives the focus back a moment after it is gone.
  await apply.and(page.locator(':focus')).waitFor();

  await page.keyboard.press('Enter');
  await tabTo(page.getByLabel('Note to the company'));
  await page.keyboard.type('I listen well.');
  await tabTo(page.getByRole('button', { name: 'Send application' }));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'You have applied' }).waitFor();
});

test('and reads what the bell rings for', async () => {
  const bell = page.getByTestId('bell');
  await bell.and(page.getByRole('button', { name: /unread/ })).waitFor();
  await page.goto('/applications');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await tabTo(bell);
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Notifications' });
  await tabTo(panel.getByRole('link', { name: 'Your application has arrived' }));
  await page.keyboard.press('Enter');
  await page.getByTestId('application-status').waitFor();
  await panel.waitFor({ state: 'detached' });
  // A new page starts at its beginning.
  await page.locator('main:focus').waitFor();

  await tabTo(bell);
  await page.keyboard.press('Enter');
  const row = panel.getByTestId('notification').filter({ hasText: 'Your application has arrived' });
  await row.and(page.locator('[data-unread="false"]')).waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await bell.and(page.locator(':focus')).waitFor();
});

test('menus open, move and close by the keys that people know', async () => {
  await tabTo(page.getByTestId('account-menu'));
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('ArrowDown');
  await focused().filter({ hasText: 'Profile' }).waitFor();
  await page.keyboard.press('End');
  await focused().filter({ hasText: 'Sign out' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor();
});

test('no page had a fault', () => {
  expect(browser.faults).toEqual([]);
});
