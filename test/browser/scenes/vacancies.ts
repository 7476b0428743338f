import type { Page } from 'playwright-core';
import { followLink, inTurn, openJobOfList, press, type Scene } from './scene.ts';

const [one, two] = ['0199f0aa-0000-7000-8000-00000000000a', '0199f0aa-0000-7000-8000-00000000000b'];
const others = [
  {
    id: one,
    company_name: 'Lanternworks GmbH',
    places: ['Hamburg, Germany', 'Kiel, Germany'],
    apply_url: 'https://boards.example/lanternworks/4711',
    published_at: '2026-09-01T09:00:00.000Z',
  },
  {
    id: two,
    company_name: 'Lanternworks',
    places: ['Leipzig, Germany'],
    apply_url: null,
    published_at: '2026-08-28T09:00:00.000Z',
  },
];

/** Shows jobs as they are while they stand in several places. */
async function inSeveralPlaces(page: Page): Promise<void> {
  await page.route(/\/api\/v1\/jobs(?:\?|\/[\da-f-]{36}$|$)/, async (route) => {
    const found = await (await route.fetch()).json();
    const json = Array.isArray(found.items)
      ? {
          ...found,
          items: found.items.map((job: object, at: number) =>
            at < 2 ? { ...job, other_postings: others } : job,
          ),
        }
      : { ...found, other_postings: others };
    await route.fulfill({ json });
  });
  await page.route(/\/api\/v1\/operator\/jobs\/[\da-f-]{36}\/vacancy$/, async (route) => {
    const found = await (await route.fetch()).json();
    const [first] = found.postings;
    const posting = { ...first, status: 'open', joined_to: first.id };
    await route.fulfill({
      json: {
        ...found,
        places: ['Hamburg, Germany', 'Kiel, Germany', 'Leipzig, Germany', ...first.places],
        apply_url: others[0]?.apply_url,
        best_text_of: first.id,
        postings: [
          { ...posting, ...others[0], reasons: ['same_text_but_for_the_place'] },
          { ...posting, ...others[1], reasons: ['same_requisition'] },
          { ...first, joined_to: null, reasons: [] },
        ],
        rulings: [
          {
            id: '0199f0aa-0000-7000-8000-00000000000c',
            ...{ kind: 'same', job_id: two, other_job_id: first.id },
            ...{ decided_at: '2026-09-01T10:00:00.000Z', undone_at: null },
          },
          {
            id: '0199f0aa-0000-7000-8000-00000000000d',
            ...{ kind: 'apart', job_id: one, other_job_id: null },
            ...{ decided_at: '2026-08-30T10:00:00.000Z', undone_at: '2026-08-31T10:00:00.000Z' },
          },
        ],
      },
    });
  });
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
  await page.getByTestId('also-posted').first().waitFor();
}

const openJob = inTurn(inSeveralPlaces, openJobOfList());
const openVacancy = inTurn(openJob, followLink('Postings of this vacancy', /^\/operator\/vacancies\/./));

export const vacancyScenes: readonly Scene[] = [
  { name: 'jobs-elsewhere', as: 'guest', path: '/jobs', act: inSeveralPlaces },
  { name: 'job-elsewhere', as: 'guest', path: '/jobs', act: openJob },
  { name: 'vacancy', as: 'operator', path: '/jobs', act: openVacancy },
  { name: 'vacancy-split', as: 'operator', path: '/jobs', act: inTurn(openVacancy, press('Take out')) },
  {
    name: 'vacancy-merge',
    as: 'operator',
    path: '/jobs',
    act: inTurn(openVacancy, press('Join another vacancy')),
  },
];
