import type { Page } from 'playwright-core';
import { inTurn, openJobOfList, type Scene } from './scene.ts';

const stale = {
  reasons: ['old', 'reposted', 'link_says_closed'],
  first_posted_at: '2026-02-01T09:00:00.000Z',
  times_posted: 9,
  checked_at: '2026-09-01T09:00:00.000Z',
};

const source = { id: '0199f0aa-0000-7000-8000-00000000000e', kind: 'rss', name: 'Lanternworks' };

/** Shows jobs as they are when their links speak against them. */
async function asStale(page: Page): Promise<void> {
  await page.route(/\/api\/v1\/jobs(?:\?|\/[\da-f-]{36}$|$)/, async (route) => {
    const found = await (await route.fetch()).json();
    const json = Array.isArray(found.items)
      ? { ...found, items: found.items.map((job: object, at: number) => (at < 2 ? { ...job, stale } : job)) }
      : {
          ...found,
          ...{ stale, source, review: null, apply_url: 'https://boards.example/lanternworks/4711' },
        };
    await route.fulfill({ json });
  });
  await page.route(/\/api\/v1\/operator\/jobs\/[\da-f-]{36}\/link$/, (route) =>
    route.fulfill({
      json: {
        ...{ url: 'https://boards.example/lanternworks/4711', finding: 'says_closed', status: 200 },
        ...{ final_url: null, detail: 'this position has been filled', is_reported: true },
        ...{
          found_since: stale.checked_at,
          checked_at: stale.checked_at,
          next_at: '2026-09-04T09:00:00.000Z',
        },
      },
    }),
  );
  // A page for guests brings its first answers along, which would be used in the place of these.
  await page.route(
    ({ pathname }) => /^\/jobs(?:\/|$)/.test(pathname),
    async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/(id="served-answers"[^>]*>)[^<]*/, '$1[]');
      await route.fulfill({ response, body });
    },
  );
  await page.reload();
  await page.getByTestId('stale').first().waitFor();
}

const openJob = inTurn(asStale, openJobOfList());

export const staleScenes: readonly Scene[] = [
  { name: 'jobs-stale', as: 'guest', path: '/jobs', act: asStale },
  { name: 'job-stale', as: 'job_seeker', path: '/jobs', act: openJob },
  { name: 'job-link', as: 'operator', path: '/jobs', act: openJob },
];
