import { z } from 'zod';
import { runCommand } from './server.ts';

const reportSchema = z.object({
  counts: z.object({
    read: z.number(),
    new: z.number(),
    changed: z.number(),
    unchanged: z.number(),
    closed: z.number(),
    skipped: z.number(),
  }),
  skipped: z.array(z.object({ row: z.number(), reason: z.string(), detail: z.string() })),
  notified: z.number(),
});
export type IngestReport = z.infer<typeof reportSchema>;

/** Runs `rolecall ingest` and gives its report, whose numbers have to add up. */
export async function ingest(kind: string, location: string, dataDirectory: string): Promise<IngestReport> {
  const result = await runCommand(['ingest', kind, location, '--data-dir', dataDirectory, '--json']);
  if (result.status !== 0) throw new Error(`rolecall ingest ${kind} ${location} failed:\n${result.error}`);
  const report = reportSchema.parse(JSON.parse(result.out));
  const { read, new: added, changed, unchanged, skipped } = report.counts;
  if (added + changed + unchanged + skipped !== read)
    throw new Error(`The report does not add up:\n${result.out}`);
  return report;
}
