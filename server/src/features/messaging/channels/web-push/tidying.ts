import type { Database } from '../../../../platform/db/index.ts';
import { deleteShownBefore } from './shown.store.ts';

/** Nobody leaves a notification on a screen for longer, in milliseconds. */
const rememberedFor = 14 * 86_400_000;
const atOnce = 5_000;
const mostBatches = 20;

/** In batches of their own, so that nothing is locked for long; what is left over is for the next time. */
export async function tidyShown(database: Database, now: Date): Promise<number> {
  const moment = new Date(now.getTime() - rememberedFor);
  let forgotten = 0;
  for (let batch = 0; batch < mostBatches; batch++) {
    const count = await database.transaction((tx) => deleteShownBefore(tx, moment, atOnce));
    forgotten += count;
    if (count < atOnce) break;
  }
  return forgotten;
}
