import { z } from 'zod';
import { locales } from '../constants.ts';
import { withoutTurns } from './direction.ts';
import { withoutInvisible } from './invisible.ts';

/** Identifier of anything: a UUID in its canonical lower-case form. */
export const idSchema = z.uuid();

/** Instant as ISO 8601 in UTC, with milliseconds and `Z`. There is no year 0, and no database takes one. */
export const timestampSchema = z.iso
  .datetime()
  .refine((value) => !value.startsWith('0000-'), { error: 'must not be in a year 0' });

/**
 * The address with its domain as mail servers know it (RFC 5891): `mara@bücher.example` is `mara@xn--bcher-kva.example`. What has
 * no such form stays as it is.
 */
export function withAsciiDomain(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  // Anything that ends the host of a URL would be cut off.
  if (at < 1 || !/[^\0-\x7f]/.test(domain) || /[\s/\\?#:%@[\]<>^|]/.test(domain)) return address;
  const host = URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : domain;
  return `${address.slice(0, at)}@${host}`;
}

/** Address for e-mail, trimmed, in lower case, and with its domain in ASCII. */
export const emailSchema = z
  .string()
  .trim()
  .max(254)
  .toLowerCase()
  .overwrite(withAsciiDomain)
  .pipe(z.email({ error: 'must be an e-mail address' }).max(254));

/** PostgreSQL can store neither NUL nor halves of characters (lone surrogates). */
const isStorable = (value: string) => !value.includes('\u0000') && value.isWellFormed();
const storable = { error: 'must not contain the NUL character or halves of characters' };

/**
 * What has no place in a line: control characters, other ends of lines, and characters that turn the direction of
 * text around, by which a name reads as another (Unicode UTS #39).
 */
const notInLines = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Text that a person types on one line. Nobody sees what is taken out of it, so nobody can mend it either. */
export const lineSchema = (maximum: number) =>
  z
    .string()
    .overwrite(withoutInvisible)
    .trim()
    .max(maximum)
    .refine((value) => !notInLines.test(value), {
      error: 'must be a single line, without control characters and turns of direction',
    })
    .refine((value) => value.isWellFormed(), storable);

export const requiredLineSchema = (maximum: number) =>
  lineSchema(maximum).refine((value) => value.length > 0, { error: 'must not be empty' });

/**
 * What a program for mail or chat makes a link of: an address, or a dot with something on both sides of it; also with signs that
 * are taken for these (UTS 46).
 */
const readsAsAddress =
  /[@\uff20\ufe6b/\\\uff0f\u2044\u2215\uff3c]|[^\s\p{P}][.\uff0e\u2024\ufe52\u3002\uff61](?:[^\s\p{P}]{2}|\p{N})/u;

/**
 * What a person is called. Others read it in mails and lists, so it leads nowhere: initials and titles may have dots, with a
 * space before the next word.
 */
export const personNameSchema = requiredLineSchema(100).refine((value) => !readsAsAddress.test(value), {
  error: 'must not contain an address, a domain, @ or a slash; put a space after a dot',
});

/** Text of several lines that can be stored, and reads in the order in which it is. */
export const textSchema = (maximum: number) =>
  z.string().max(maximum).overwrite(withoutTurns).refine(isStorable, storable);

/** Any JSON object of at most 4,096 characters that can be stored. */
export const smallObjectSchema = z
  .record(z.string(), z.unknown())
  // First, because what follows goes down into the value, which may be nested deeper than a stack.
  .refine(isSmall, {
    error: 'must have at most 4,096 characters as JSON',
    abort: true,
  })
  .refine((value) => !unstorableEscape.test(JSON.stringify(value)), storable)
  .pipe(z.record(z.string(), z.json()));

/** How JSON writes a NUL or a lone surrogate; an even number of backslashes before it would make it plain text. */
const unstorableEscape = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/;

function isSmall(value: unknown): boolean {
  try {
    return JSON.stringify(value).length <= 4_096;
  } catch {
    // It is nested too deep to be written.
    return false;
  }
}

/** List of short lines without empty entries; entries that differ only in case are one. */
export const lineListSchema = (maximumItems: number, maximumLength = 80) =>
  z
    .array(requiredLineSchema(maximumLength))
    .max(maximumItems)
    .transform((values) => {
      const seen = new Map<string, string>();
      for (const value of values) {
        const key = value.toLowerCase();
        if (!seen.has(key)) seen.set(key, value);
      }
      return [...seen.values()];
    });

/** IANA time zone that this runtime knows, for example `Europe/Berlin`. */
export const timeZoneSchema = z
  .string()
  .max(64)
  .refine(
    (value) => {
      try {
        new Intl.DateTimeFormat('en', { timeZone: value });
        return true;
      } catch {
        return false;
      }
    },
    { error: 'must be a time zone such as Europe/Berlin' },
  );

export const localeSchema = z.enum(locales);

/** Place in a list: opaque, only good for the list, filters and order that it came from. */
export const cursorSchema = z.string().min(1).max(512);

export const maximumPageSize = 100;

/** Query of a keyset page. */
export const pageQuerySchema = z.object({
  limit: z.coerce.number<number | string>().int().min(1).max(maximumPageSize).default(20),
  cursor: cursorSchema.optional(),
});

/** A keyset page: `next_cursor` is null on the last one. */
export const pageSchema = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next_cursor: cursorSchema.nullable() });

/** Query value that may be given once or several times. */
export const listQuerySchema = <Item extends z.ZodType>(item: Item, maximumItems = 20) =>
  z.preprocess(
    (value: z.input<Item> | readonly z.input<Item>[] | undefined) =>
      value === undefined || Array.isArray(value) ? value : [value],
    z.array(item).max(maximumItems).optional(),
  );

/** Truth in a query string. */
export const flagQuerySchema = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Problem details of RFC 9457, as every error is answered. */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  request_id: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;
