import { sourceInputSchema } from '@rolecall/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase, type TestDatabase } from '../../../testing/database.ts';
import { createSourceBench, type SourceBench } from '../../../testing/sources/bench.ts';
import { type LocalBoards, openLocalBoards } from '../../../testing/sources/boards.ts';

const jobOf = (id: number, place: string, text: string) => ({
  id,
  title: `Cook ${id}`,
  absolute_url: `https://boards.greenhouse.io/acme/jobs/${id}`,
  content: `&lt;p&gt;${text}&lt;/p&gt;`,
  location: { name: place },
  first_published: '2026-08-10T09:19:03-04:00',
});

describeEachDatabase('pay that only the text of a posting states', (open) => {
  const clock = new FakeClock('2026-09-01T12:00:00Z');
  let database: TestDatabase;
  let boards: LocalBoards;
  let bench: SourceBench;
  const path = '/v1/boards/pay/jobs?content=true';

  beforeAll(async () => {
    [database, boards] = await Promise.all([open(), openLocalBoards()]);
    bench = createSourceBench(database, clock, { httpClient: boards.httpClient });
  });
  afterAll(() => boards.close());

  const pageOf = async (externalId: number) => {
    const { id } = await database.query
      .selectFrom('jobs')
      .select('id')
      .where('external_id', '=', String(externalId))
      .executeTakeFirstOrThrow();
    return bench.jobs.readPage(id, null);
  };

  it('is read with the words that say it, and where there is none the law that asks for it is told', async () => {
    const id = await bench.sources.add(
      sourceInputSchema.parse({ kind: 'greenhouse', name: 'Acme', address: 'pay' }),
    );
    boards.serve(path, {
      jobs: [
        jobOf(1, 'Wien, Austria', 'Gehalt: 2.400 € brutto im Monat (14x), Bonus bis 3.000 €'),
        jobOf(2, 'Toronto, ON, Canada', 'We pay $25 to $29 an hour and a $2,000 sign-on bonus.'),
        jobOf(3, 'Denver, CO', 'We raised $40M. Competitive pay.'),
        jobOf(4, 'Houston, TX', 'A $900 stipend for relocation.'),
        {
          ...jobOf(5, 'Denver, CO', 'The text says $10,000 - $20,000 per year.'),
          pay_input_ranges: [
            { min_cents: 9_000_000, max_cents: 9_500_000, currency_type: 'USD', title: 'Annual' },
          ],
        },
      ],
    });
    await bench.sources.runScheduled(id);

    expect(await pageOf(1)).toMatchObject({
      pay: { minimum: 2_400, maximum: 2_400, currency: 'EUR', period: 'month' },
      pay_reading: { evidence: 'Gehalt: 2.400 € brutto im Monat', gross: true, months: 14 },
      pay_law: null,
    });
    expect(await pageOf(2)).toMatchObject({
      pay: { minimum: 25, maximum: 29, currency: 'CAD', period: 'hour' },
      pay_law: null,
    });
    expect(await pageOf(3)).toMatchObject({
      pay: null,
      pay_reading: null,
      pay_law: { place: 'US-CO', region_name: 'Colorado', duty: 'in_posting', employees: null },
    });
    expect(await pageOf(4)).toMatchObject({ pay: null, pay_law: null });
    expect(await pageOf(5)).toMatchObject({
      pay: { minimum: 90_000, maximum: 95_000, currency: 'USD', period: 'year' },
      pay_reading: null,
    });
    // 14 payments of a year are what a filter compares.
    const annual = await database.query
      .selectFrom('jobs')
      .select('pay_annual')
      .where('external_id', '=', '1')
      .execute();
    expect(annual.map(({ pay_annual }) => Number(pay_annual))).toEqual([33_600]);
  });
});
