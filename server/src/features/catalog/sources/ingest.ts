import type { RunCounts, SourceKind, SourceRun } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { OnProgress } from './reading-run.ts';
import type { Sources } from './sources.ts';

/** A feed that is read at once, and whose jobs are matched before the command ends. */
export interface IngestCommand {
  readonly kind: SourceKind;
  /** Name of the source; the same name is the same source at the next time. */
  readonly name: string | undefined;
  readonly from: { readonly address: string } | { readonly document: string; readonly fileName: string };
  readonly onProgress: OnProgress;
}

export interface IngestResult {
  readonly source: { readonly id: string; readonly name: string };
  readonly counts: RunCounts;
  readonly skipped: SourceRun['skipped'];
  readonly warning: string | null;
  /** People whom this has told of new jobs, counted once per job and person; others who match meanwhile tell theirs. */
  readonly notified: number;
  readonly seconds: number;
}

export interface IngestDependencies {
  readonly clock: Clock;
  readonly sources: Pick<Sources, 'ingestAddress' | 'ingestDocument'>;
  /** Tells people of new jobs; what follows sources provides it. */
  readonly matching: {
    matchNewJobs(): Promise<{ readonly matches: number; readonly more: boolean }>;
    closeWindows(limit: number): Promise<{ readonly more: boolean }>;
  };
}

const windowsAtOnce = 20_000;

/** Reads a feed and tells people of its jobs. @throws {ApplicationError} `source_unreadable` */
export async function ingest(
  { clock, sources, matching }: IngestDependencies,
  { kind, name, from, onProgress }: IngestCommand,
): Promise<IngestResult> {
  const started = clock.now().getTime();
  const request = { kind, onProgress, ...(name === undefined ? {} : { name }) };
  const { source, run } =
    'address' in from
      ? await sources.ingestAddress({ ...request, ...from })
      : await sources.ingestDocument({ ...request, ...from });
  if (run.status === 'failed') {
    throw new ApplicationError('source_unreadable', { detail: run.error ?? undefined });
  }
  let notified = 0;
  for (let more = true; more; ) {
    const round = await matching.matchNewJobs();
    notified += round.matches;
    more = round.more;
  }
  for (let more = true; more; ) ({ more } = await matching.closeWindows(windowsAtOnce));
  const seconds = (clock.now().getTime() - started) / 1_000;
  return { source, counts: run.counts, skipped: run.skipped, warning: run.warning, notified, seconds };
}
