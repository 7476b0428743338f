import { ZodError } from 'zod';
import { meaningOf } from '../db/index.ts';
import type { Logger, Metrics } from '../observability/index.ts';

/** Work that goes through many rows at once. */
type Batch =
  | 'matching'
  | 'match_windows'
  | 'vacancies'
  | 'rescoring'
  | 'alerts'
  | 'alert_windows'
  | 'deliveries'
  | 'broadcast'
  | 'inbound_mail'
  | 'rejections';

/** Says that a row of a batch was left out of it, and why, so that the others could go on. */
export type SetAside = (batch: Batch, row: Readonly<Record<string, string>>, error: unknown) => void;

export function createSetAside({
  metrics,
  logger,
}: {
  readonly metrics: Pick<Metrics, 'counter'>;
  readonly logger: Pick<Logger, 'error'>;
}): SetAside {
  const counter = metrics.counter({
    name: 'rolecall_rows_set_aside_total',
    help: 'Rows that a batch was done without, because they cannot be worked on; the log says which and why',
    labels: ['batch'],
  });
  return (batch, row, error) => {
    counter.inc({ batch });
    logger.error({ err: error, batch, ...row }, 'a row was set aside');
  };
}

/**
 * Whether it is the row that an error is about, so that the same row would fail again and others would not: a value
 * that does not fit. Whatever else may be to blame (the database, the network, a defect elsewhere) is for all of them.
 */
export function isFaultOfRow(error: unknown): boolean {
  if (error instanceof ZodError || error instanceof TypeError || error instanceof RangeError) return true;
  if (error instanceof SyntaxError || error instanceof URIError) return true;
  const meaning = meaningOf(error);
  return meaning === 'bad_value' || meaning === 'conflict';
}
