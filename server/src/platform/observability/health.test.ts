import { expect, it, vi } from 'vitest';
import { FakeClock } from '../../testing/clock.ts';
import { createHealth } from './index.ts';

function create() {
  const clock = new FakeClock();
  const onFailure = vi.fn();
  return { clock, onFailure, health: createHealth({ clock, onFailure }) };
}

it('is ready when every check passes', async () => {
  const { health } = create();
  health.register('database', async () => {});
  expect(await health.ready()).toEqual({ ready: true, draining: false, checks: { database: 'ok' } });
});

it('names what failed and what took too long, and hands the reasons to the log', async () => {
  const { health, onFailure } = create();
  health.register('database', async () => {});
  health.register('redis', () => Promise.reject(new Error('refused')));
  health.register('smtp', () => new Promise(() => {}), 20);
  expect(await health.ready()).toMatchObject({
    ready: false,
    checks: { database: 'ok', redis: 'failed', smtp: 'timed_out' },
  });
  expect(onFailure.mock.calls.map(([name]) => name)).toEqual(['redis', 'smtp']);
});

it('runs the checks once a second, however many ask', async () => {
  const { health, clock } = create();
  const check = vi.fn(async () => {});
  health.register('database', check);
  await Promise.all([health.ready(), health.ready()]);
  clock.advance(999);
  await health.ready();
  expect(check).toHaveBeenCalledOnce();
  clock.advance(1);
  await health.ready();
  expect(check).toHaveBeenCalledTimes(2);
});

it('is not ready while it drains, though everything works', async () => {
  const { health } = create();
  health.register('database', async () => {});
  await health.ready();
  health.startDraining();
  expect(await health.ready()).toMatchObject({ ready: false, draining: true, checks: { database: 'ok' } });
});
