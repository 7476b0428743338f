import type { PayLaw } from '@rolecall/contract';
import { theGazetteer } from '../places/index.ts';

/** Where, since when, and for employers of what size a posting has to state pay: facts, of autumn 2026. */
const inPostings: readonly (readonly [place: string, since: string, employees: number | null])[] = [
  ['US-CO', '2021-01-01', null],
  ['US-CA', '2023-01-01', 15],
  ['US-WA', '2023-01-01', 15],
  ['US-NY', '2023-09-17', 4],
  ['US-HI', '2024-01-01', 50],
  ['US-DC', '2024-06-30', null],
  ['US-MD', '2024-10-01', null],
  ['US-IL', '2025-01-01', 15],
  ['US-MN', '2025-01-01', 30],
  ['US-NJ', '2025-06-01', 10],
  ['US-VT', '2025-07-01', 5],
  ['US-MA', '2025-10-29', 25],
  ['CA-PE', '2022-06-01', null],
  ['CA-BC', '2023-11-01', null],
  ['CA-ON', '2026-01-01', 25],
  ['AT', '2011-03-01', null],
  ['SK', '2018-05-01', null],
  ['LV', '2018-12-13', null],
  ['LT', '2020-01-01', null],
];

/**
 * Directive (EU) 2023/970, article 5: applicants are told the pay or its range before the interview, such as in the posting.
 * Member states had to have it in their laws by this day.
 */
const directiveSince = '2026-06-07';
const memberStates = 'BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LU MT NL PL PT RO SE SI';

type Law = Pick<PayLaw, 'duty' | 'since' | 'employees'>;

const laws: ReadonlyMap<string, Law> = new Map([
  ...inPostings.map(([place, since, employees]): [string, Law] => [
    place,
    { duty: 'in_posting', since, employees },
  ]),
  ...memberStates
    .split(' ')
    .map((place): [string, Law] => [
      place,
      { duty: 'before_interview', since: directiveSince, employees: null },
    ]),
]);

/**
 * The law that asks for pay, of the places of a job; one that asks for it in the posting goes before others.
 * @param codes ISO 3166-1 alpha-2 of countries and ISO 3166-2 of regions
 */
export function payLawOf(codes: readonly string[], publishedAt: Date): PayLaw | null {
  const day = publishedAt.toISOString().slice(0, 10);
  let found: PayLaw | null = null;
  for (const place of new Set(codes)) {
    const law = laws.get(place);
    if (law === undefined || law.since > day) continue;
    if (found !== null && (found.duty === 'in_posting' || law.duty === 'before_interview')) continue;
    const region = place.includes('-') ? (theGazetteer().area(place)?.regionName ?? place) : null;
    found = { place, region_name: region, ...law };
  }
  return found;
}
