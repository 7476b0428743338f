/** The part of its full number of cases that each property is tried with; `npm run test:long` sets it to 1. */
const share = Number(process.env['TEST_CASES_SHARE'] ?? 0);

/**
 * How often a property is tried: a few times in `npm test`, which runs all day, and in full in `npm run test:long`.
 * @param few enough to find a plain mistake
 */
export function numberOfCases(full: number, few: number): { readonly numRuns: number } {
  return { numRuns: Math.max(few, Math.round(full * share)) };
}
