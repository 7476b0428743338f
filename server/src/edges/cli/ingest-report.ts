import type { IngestReport } from './actions.ts';
import type { CliWords } from './cli.messages.ts';

/** What a run has done, for people. */
export function describeIngest(report: IngestReport, words: CliWords): string {
  const { counts } = report;
  const rows: readonly (readonly [string, string | number])[] = [
    [words.source(), report.source.name],
    [words.read(), counts.read],
    [`  ${words.new()}`, counts.new],
    [`  ${words.changed()}`, counts.changed],
    [`  ${words.unchanged()}`, counts.unchanged],
    [`  ${words.skipped()}`, counts.skipped],
    [words.closed(), counts.closed],
    [words.notified(), words.notified_by({ count: String(report.notified) })],
    [words.time(), `${report.seconds.toFixed(1)} s`],
  ];
  // What stands below another is moved in, values too.
  const width = Math.max(...rows.map(([name]) => name.trimStart().length));
  const lines = rows.map(([name, value]) => {
    const indent = name.length - name.trimStart().length;
    return `${name.padEnd(width + indent + 1)} ${value}`;
  });
  const skips = report.skipped.map(
    ({ row, reason, detail }) => `  ${words.skipped_row({ row: String(row), reason, detail })}`,
  );
  if (skips.length > 0) lines.push(words.skipped_rows(), ...skips);
  if (report.warning !== null) lines.push(words.warning({ warning: report.warning }));
  return lines.join('\n');
}
