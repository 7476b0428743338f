import type { Tx } from '../../../platform/db/index.ts';
import type { Rates } from './rates-table.ts';

/** The rates that an operator has brought; null where nobody has. */
export async function selectRates(tx: Tx): Promise<Rates | null> {
  const rows = await tx.selectFrom('reference_rates').select(['currency', 'per_euro', 'day']).execute();
  const [first] = rows;
  if (first === undefined) return null;
  return { date: first.day, perEuro: new Map(rows.map(({ currency, per_euro }) => [currency, per_euro])) };
}

export async function replaceRates(tx: Tx, { date, perEuro }: Rates): Promise<void> {
  await tx.deleteFrom('reference_rates').execute();
  await tx
    .insertInto('reference_rates')
    .values([...perEuro].map(([currency, per_euro]) => ({ currency, per_euro, day: date })))
    .execute();
}
