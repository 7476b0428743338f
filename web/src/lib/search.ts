/**
 * Readers of the parts of an address. What does not fit is left out, so that a mistyped or an old link still leads to the
 * page. They are few and small, since every page of the app is routed before the library behind the schemas is there.
 */
export type Reader<Value> = (given: unknown) => Value | undefined;

type Readers = Readonly<Record<string, Reader<unknown>>>;

/** What an address says, each part only if it fits. */
export type SearchOf<Parts extends Readers> = {
  readonly [Name in keyof Parts]?: ReturnType<Parts[Name]> | undefined;
};

/** Reads the search part of a page by its names. The first signature is the truth about what comes out. */
export function searchOf<Parts extends Readers>(
  parts: Parts,
): (search: Readonly<Record<string, unknown>>) => SearchOf<Parts>;
export function searchOf(parts: Readers) {
  return (search: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      // What does not fit is there as undefined, or the router would keep what was given.
      Object.entries(parts).flatMap(([name, read]) =>
        Object.hasOwn(search, name) ? [[name, read(search[name])]] : [],
      ),
    );
}

export const oneOf =
  <const Value extends string>(values: readonly Value[]): Reader<Value> =>
  (given) =>
    values.find((value) => value === given);

/** Text as it stands. */
export const text =
  (maximum = Infinity): Reader<string> =>
  (given) =>
    typeof given === 'string' && given.length <= maximum ? given : undefined;

/** Words that somebody types, without space around them. */
export const words =
  (maximum: number): Reader<string> =>
  (given) => {
    const trimmed = typeof given === 'string' ? given.trim() : '';
    return trimmed !== '' && trimmed.length <= maximum ? trimmed : undefined;
  };

export const matching =
  (pattern: RegExp): Reader<string> =>
  (given) =>
    typeof given === 'string' && pattern.test(given) ? given : undefined;

export const id = matching(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i);

/** A day of the calendar, such as `2026-09-01`. */
export const day: Reader<string> = (given) => {
  const written = matching(/^\d{4}-\d{2}-\d{2}$/)(given);
  if (written === undefined) return undefined;
  const moment = new Date(`${written}T00:00:00Z`);
  // A month without that day would become the next one.
  return Number.isFinite(moment.getTime()) && moment.toISOString().startsWith(written) ? written : undefined;
};

export const wholeNumber =
  (minimum: number, maximum: number): Reader<number> =>
  (given) => {
    const number = given === '' ? Number.NaN : Number(given);
    return Number.isInteger(number) && number >= minimum && number <= maximum ? number : undefined;
  };

/** Stands there or not. */
export const flag: Reader<true> = (given) => (given === true || given === 'true' ? true : undefined);

const mostListed = 20;

/** One value or several, each once; a list in which nothing fits is left out. */
export const listOf =
  <Value>(read: Reader<Value>): Reader<Value[]> =>
  (given) => {
    const all: readonly unknown[] = Array.isArray(given) ? given : [given];
    const known = all.flatMap((one) => read(one) ?? []);
    return known.length === 0 ? undefined : [...new Set(known)].slice(0, mostListed);
  };
