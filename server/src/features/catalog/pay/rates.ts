import type { ReferenceRates } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { replaceRates, selectRates } from './rates.store.ts';
import { type Rates, shippedRates } from './rates-table.ts';

/** Largest file of rates that is read: all days since 1999 take 2 MB. */
const largestFile = 20_000_000;
const fewestCurrencies = 5;
const mostCurrencies = 200;

const refused = (detail: string): ApplicationError => new ApplicationError('invalid_request', { detail });

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** '2026-11-30', or '30 November 2026' as the file of one day has it; null for anything else. */
function dayOf(cell: string): string | null {
  const text = cell.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return isDay(text) ? text : null;
  const [, day = '', name = '', year = ''] =
    /^(\d{1,2}) ([a-z]{3,9}) (\d{4})$/.exec(text.toLowerCase()) ?? [];
  const month = months.indexOf(name) + 1;
  if (month === 0) return null;
  const iso = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}

const isDay = (iso: string): boolean => {
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
};

/**
 * The newest day of a file of euro reference rates as the European Central Bank gives it: `eurofxref.csv` or
 * `eurofxref-hist.csv`.
 *
 * @throws {ApplicationError} `invalid_request` for any other file
 */
export function readRatesFile(text: string): Rates {
  if (text.length > largestFile) throw refused('The file is too large for one of reference rates.');
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const names = (lines[0] ?? '').split(',').map((name) => name.trim());
  if (names[0] !== 'Date' || !names.includes('USD')) {
    throw refused(
      'The file is none of the European Central Bank: its first line must begin with Date and name USD.',
    );
  }
  let newest: { readonly day: string; readonly cells: readonly string[] } | null = null;
  for (const line of lines.slice(1)) {
    const cells = line.split(',');
    const day = dayOf(cells[0] ?? '');
    if (day === null) throw refused(`It has a line without a date: ${line.slice(0, 60)}`);
    if (newest === null || day > newest.day) newest = { day, cells };
  }
  if (newest === null) throw refused('The file has no rates.');
  const { day, cells } = newest;
  const perEuro = new Map<string, number>([['EUR', 1]]);
  names.slice(1, mostCurrencies).forEach((name, index) => {
    const written = (cells[index + 1] ?? '').trim();
    // A currency that the bank does not quote any more has 'N/A'.
    if (!/^[A-Z]{3}$/.test(name) || written === '' || written === 'N/A') return;
    const rate = Number(written);
    if (!(rate > 0 && rate < 1e9)) throw refused(`The rate of ${name} is no number: ${written.slice(0, 30)}`);
    perEuro.set(name, rate);
  });
  if (perEuro.size <= fewestCurrencies) throw refused(`The line of ${day} has too few currencies.`);
  return { date: day, perEuro };
}

/** The rates that pay in other currencies is compared by. */
export interface PayRates {
  /** Those that an operator has brought, or those that ship with the program where they are newer. */
  read(): Promise<ReferenceRates>;
  /**
   * Takes the newest day of a file of the European Central Bank; doing it again changes nothing.
   *
   * @throws {ApplicationError} `invalid_request` for another file, a day to come, and one before that of the rates in use
   */
  importFile(text: string): Promise<ReferenceRates>;
}

export function createPayRates({
  database,
  clock,
}: {
  readonly database: Database;
  readonly clock: Clock;
}): PayRates {
  async function current(): Promise<Rates> {
    const stored = await selectRates(database.query);
    return stored === null || stored.date < shippedRates.date ? shippedRates : stored;
  }
  return {
    read: async () => toReferenceRates(await current()),

    async importFile(text) {
      const rates = readRatesFile(text);
      // A day ahead of UTC is today somewhere.
      const tomorrow = new Date(clock.now().getTime() + 86_400_000).toISOString().slice(0, 10);
      if (rates.date > tomorrow) throw refused(`Its newest day, ${rates.date}, is still to come.`);
      await database.transaction(async (tx) => {
        const { date } = await current();
        if (rates.date < date)
          throw refused(`Its newest day is ${rates.date}; the rates in use are of ${date}.`);
        await replaceRates(tx, rates);
      });
      return toReferenceRates(rates);
    },
  };
}

const toReferenceRates = ({ date, perEuro }: Rates): ReferenceRates => ({
  source: 'European Central Bank',
  date,
  per_euro: Object.fromEntries(perEuro),
});
