import {
  emailSchema,
  lineSchema,
  mostSuppressionLines,
  type SuppressionReason,
  type SuppressionScope,
  suppressionReasonSchema,
  suppressionScopeSchema,
  timestampSchema,
} from '@rolecall/contract';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { withoutGuard } from '../../../platform/csv/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { normalizeAddress } from './address.ts';

/** An entry of a list. */
interface ListEntry {
  readonly address: string;
  readonly reason: SuppressionReason;
  readonly scope: SuppressionScope;
  readonly expiresAt: Date | null;
  readonly note: string | null;
}

export interface ReadList {
  /** Without the header and empty lines. */
  readonly lines: number;
  /** One for each pair of address and reason: the last one counts. */
  readonly entries: readonly ListEntry[];
  readonly refused: number;
  /** The first hundred faults. */
  readonly errors: { readonly line: number; readonly message: string }[];
}

const mostErrors = 100;

/** An empty cell counts as absent. */
const optional = <Output>(schema: z.ZodType<Output, string>) =>
  z
    .string()
    .transform((cell) => (cell === '' ? undefined : cell))
    .pipe(schema.optional())
    .optional();

const lineOfListSchema = z.object({
  address: emailSchema.transform((value) => normalizeAddress(value) ?? value),
  reason: optional(suppressionReasonSchema),
  scope: optional(suppressionScopeSchema),
  expires_at: optional(timestampSchema),
  note: optional(lineSchema(300)),
});

const recordsSchema = z.array(
  z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.int() }) }),
);

/**
 * Reads a list of addresses. Errors carry the number of their line; an entry that has expired is an error too.
 * @throws {ApplicationError} `suppression_list_invalid`
 */
export function readList(csv: string, now: Date): ReadList {
  const records = parseRecords(csv);
  if (records.length > mostSuppressionLines) throw invalid(`It has more than ${mostSuppressionLines} lines.`);
  const entries = new Map<string, ListEntry>();
  const errors: { line: number; message: string }[] = [];
  let refused = 0;
  const refuse = (line: number, message: string) => {
    refused += 1;
    if (errors.length < mostErrors) errors.push({ line, message });
  };
  for (const { record, info } of records) {
    const cells = Object.fromEntries(
      Object.entries(record).map(([name, cell]) => [name, withoutGuard(cell)]),
    );
    const parsed = lineOfListSchema.safeParse(cells);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      refuse(info.lines, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is not valid'}`);
      continue;
    }
    const { address, reason = 'import', scope = 'all', expires_at, note = '' } = parsed.data;
    const expiresAt = expires_at === undefined ? null : new Date(expires_at);
    if (expiresAt !== null && expiresAt <= now) refuse(info.lines, 'expires_at: is in the past');
    else
      entries.set(`${address} ${reason}`, {
        address,
        reason,
        scope,
        expiresAt,
        note: note === '' ? null : note,
      });
  }
  return { lines: records.length, entries: [...entries.values()], refused, errors };
}

/** Spreadsheets of many countries write semicolons; the first line tells, since none of these is part of a name in it. */
function delimiterOf(csv: string): string {
  const [first = ''] = csv
    .slice(0, 1_000)
    .trimStart()
    .split(/[\r\n]/, 1);
  return [';', '\t'].find((delimiter) => !first.includes(',') && first.includes(delimiter)) ?? ',';
}

function parseRecords(csv: string): z.output<typeof recordsSchema> {
  let header: readonly string[] = [];
  try {
    const records: unknown = parse(csv, {
      bom: true,
      delimiter: delimiterOf(csv),
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
      max_record_size: 8_192,
      // One more than may be: it is seen that there are too many, and the rest is not read.
      to: mostSuppressionLines + 1,
      columns: (names: string[]) => {
        header = names.map((name) => name.toLowerCase());
        return [...header];
      },
    });
    if (!header.includes('address')) throw invalid('It has no column `address`.');
    return recordsSchema.parse(records);
  } catch (error) {
    if (error instanceof CsvError) throw invalid(`${error.message}.`);
    throw error;
  }
}

export function invalid(detail: string): ApplicationError {
  return new ApplicationError('suppression_list_invalid', { detail });
}
