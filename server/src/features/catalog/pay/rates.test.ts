import { api } from '@rolecall/contract';
import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { callRoute } from '../../../testing/messaging/routes.ts';
import { payRoutes } from './pay.routes.ts';
import { createPayRates } from './rates.ts';

const fileOf = (day: string, usd: number): string =>
  `Date,USD,JPY,CHF,GBP,SEK,PLN,\n${day},${usd},170.5,0.93,0.86,11.1,4.2,\n`;

describeEachDatabase('reference rates', (open) => {
  const clock = new FakeClock('2026-11-30T12:00:00Z');
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });

  it('are those that ship until an operator brings newer ones, which nobody can turn back', async () => {
    const payRates = createPayRates({ database, clock });
    const read = () => callRoute(api.pay.readRates, {}, payRoutes({ payRates }));
    expect(await read()).toMatchObject({ date: '2024-12-31', per_euro: { EUR: 1, USD: 1.0389 } });

    await payRates.importFile(fileOf('2026-11-27', 1.2));
    await payRates.importFile(fileOf('2026-11-27', 1.2));
    expect(await read()).toEqual({
      source: 'European Central Bank',
      date: '2026-11-27',
      per_euro: { EUR: 1, USD: 1.2, JPY: 170.5, CHF: 0.93, GBP: 0.86, SEK: 11.1, PLN: 4.2 },
    });

    for (const file of [fileOf('2026-11-26', 1.3), fileOf('2027-01-04', 1.3)]) {
      await expect(payRates.importFile(file)).rejects.toMatchObject({ code: 'invalid_request' });
    }
    expect(await read()).toMatchObject({ date: '2026-11-27', per_euro: { USD: 1.2 } });
  });
});
