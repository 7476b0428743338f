import { expect, test } from 'vitest';
import type { OpenDatabase } from '../platform/db/index.ts';
import { createHealth, createMetrics } from '../platform/observability/index.ts';
import { FakeClock } from '../testing/clock.ts';
import { watchDisk } from './platform.ts';

test('a process whose disk has no room is not ready, and says how much there is', async () => {
  const clock = new FakeClock();
  const health = createHealth({ clock, onFailure: () => {} });
  const metrics = createMetrics();
  let freeBytes = 1_000;
  const database: Pick<OpenDatabase, 'kind' | 'diskSpace'> = {
    kind: 'embedded',
    diskSpace: async () => ({ freeBytes, reserveBytes: 500, isLow: freeBytes < 500 }),
  };
  watchDisk({ database, health, metrics });
  expect(await health.ready()).toMatchObject({ ready: true, checks: { disk: 'ok' } });
  freeBytes = 499;
  clock.advance(1_000);
  expect(await health.ready()).toMatchObject({ ready: false, checks: { disk: 'failed' } });
  const text = await metrics.render();
  expect(text).toContain('rolecall_disk_free_bytes 499');
  expect(text).toContain('rolecall_disk_reserve_bytes 500');
});
