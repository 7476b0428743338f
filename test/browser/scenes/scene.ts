import type { Role } from '@rolecall/contract';
import type { Page } from 'playwright-core';
import { settled } from '../../support/browser.ts';

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

/** Opens a scene, and waits until all of it is there. */
export async function openScene(page: Page, { path, act }: Pick<Scene, 'path' | 'act'>): Promise<void> {
  await page.goto(path);
  await waitForPage(page);
  if (act === undefined) return;
  await act(page);
  await waitForPage(page);
}

async function waitForPage(page: Page): Promise<void> {
  await page.locator('h1:visible').first().waitFor();
  await settled(page);
}

/**
 * Goes to another page from this one, and waits until that one is shown: the address changes first, and the heading of this
 * page stays until the other one has been loaded.
 */
export async function follow(page: Page, to: RegExp, lead: () => Promise<void>): Promise<void> {
  const heading = await page.locator('h1:visible').first().elementHandle();
  await lead();
  await page.waitForURL(({ pathname }) => to.test(pathname));
  await heading?.waitForElementState('hidden');
  await waitForPage(page);
}

export const followFirst = (testId: string, to: RegExp) => (page: Page) =>
  follow(page, to, () => page.getByTestId(testId).first().click());

/** Where a card holds more than its link. */
export const followFirstLink = (testId: string, to: RegExp) => (page: Page) =>
  follow(page, to, () => page.getByTestId(testId).first().getByRole('link').first().click());

export const followLink = (name: string, to: RegExp) => (page: Page) =>
  follow(page, to, () => page.getByRole('link', { name }).first().click());

export const press = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
};

export const menuOf = (name: RegExp, item: string) => async (page: Page) => {
  await press(name)(page);
  await page.getByRole('menuitem', { name: item }).click();
};

/** Does one after the other. */
export const inTurn =
  (...acts: readonly ((page: Page) => Promise<void>)[]) =>
  async (page: Page) => {
    for (const act of acts) await act(page);
  };

/** Opens the page of a job of a list, the first one unless told, which is shown beside the list where there is room. */
export const openJobOfList = (title?: string) => async (page: Page) => {
  const links = page.getByTestId('job-card').getByRole('link', title === undefined ? {} : { name: title });
  await openScene(page, { path: (await links.first().getAttribute('href')) ?? '' });
};
