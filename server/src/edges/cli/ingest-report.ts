import type { IngestReport } from './actions.ts';

/** What a run has done, for people. */
export function describeIngest(report: IngestReport): string {
  const { counts } = report;
  const lines = [
    `Source     ${report.source.name}`,
    `Read       ${counts.read}`,
    `  new        ${counts.new}`,
    `  changed    ${counts.changed}`,
    `  unchanged  ${counts.unchanged}`,
    `  skipped    ${counts.skipped}`,
    `Closed     ${counts.closed}`,
    `Notified   ${report.notified} by this command; a running server tells of the jobs that it matches first`,
    `Time       ${report.seconds.toFixed(1)} s`,
  ];
  const skips = report.skipped.map(({ row, reason, detail }) => `  row ${row}: ${reason} (${detail})`);
  if (skips.length > 0) lines.push('Skipped rows', ...skips);
  if (report.warning !== null) lines.push(`Warning: ${report.warning}`);
  return lines.join('\n');
}
