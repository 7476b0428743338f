import type { AuditEntry } from '@rolecall/contract';
import { csvHeader, csvLine } from '../../../platform/csv/index.ts';

const columns = [
  'id',
  'at',
  'actor_type',
  'actor_id',
  'actor_name',
  'actor_network',
  'action',
  'subject_type',
  'subject_id',
  'before',
  'after',
  'reason',
] as const;

/** Entries as CSV with a header, or as NDJSON: an entry of the interface a line. */
export async function* writeExport(
  format: 'csv' | 'ndjson',
  pages: AsyncIterable<readonly AuditEntry[]>,
): AsyncGenerator<string> {
  if (format === 'csv') yield csvHeader(columns);
  const toLine = format === 'csv' ? toCsv : (entry: AuditEntry) => `${JSON.stringify(entry)}\n`;
  for await (const page of pages) yield page.map(toLine).join('');
}

function toCsv({ id, at, actor, action, subject, before, after, reason }: AuditEntry): string {
  const { type, user_id, name, network } = actor;
  const json = (values: AuditEntry['before']) => (values === null ? null : JSON.stringify(values));
  return csvLine([
    ...[id, at, type, user_id, name, network, action, subject.type, subject.id],
    ...[json(before), json(after), reason],
  ]);
}
