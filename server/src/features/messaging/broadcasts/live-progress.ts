import { type BroadcastProgressEvent, broadcastProgressEvent } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { Events } from '../events/index.ts';
import type { BroadcastRow } from './broadcasts.store.ts';
import { toProgress } from './view.ts';

/** Tells operators who look on how broadcasts get on. A hint: whoever misses it reads the broadcast again. */
export interface LiveProgress {
  /** Called after the commit. What runs is told about once a second, any other status at once. */
  moved(row: BroadcastRow): void;
}

const intervalMs = 1_000;

export function createLiveProgress(dependencies: {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly events: Pick<Events, 'notifyRole'>;
}): LiveProgress {
  const { clock, logger, events } = dependencies;
  /** When it was last told of each broadcast that runs. */
  const told = new Map<string, number>();
  return {
    moved(row) {
      const now = clock.now();
      if (row.status === 'running') {
        const last = told.get(row.id);
        if (last !== undefined && now.getTime() - last < intervalMs) return;
        told.set(row.id, now.getTime());
      } else {
        told.delete(row.id);
      }
      const { id, status } = row;
      const event: BroadcastProgressEvent = { broadcast_id: id, status, progress: toProgress(row, now) };
      events.notifyRole('operator', broadcastProgressEvent, event).catch((error: unknown) => {
        logger.debug({ err: error, broadcast: id }, 'the progress of a broadcast could not be told');
      });
    },
  };
}
