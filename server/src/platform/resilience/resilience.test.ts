import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApplicationError } from '../errors/index.ts';
import { createResilience, type ResilienceOptions } from './index.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function create(options: Partial<ResilienceOptions> = {}) {
  return createResilience({
    name: 'the board',
    timeoutMs: 1000,
    retries: 2,
    concurrency: 1,
    queueLimit: 0,
    breakAfter: 3,
    breakMs: 60_000,
    ...options,
  });
}

const transient = new ApplicationError('outgoing_failed');
const permanent = new ApplicationError('outgoing_address_refused');

describe('retries', () => {
  it('repeat what may pass and give the first success', async () => {
    const call = vi
      .fn(async () => 'read')
      .mockRejectedValueOnce(transient)
      .mockRejectedValueOnce(transient);
    const result = create().execute(call);
    await vi.runAllTimersAsync();
    expect(await result).toBe('read');
    expect(call).toHaveBeenCalledTimes(3);
  });

  it('leave alone what will fail again', async () => {
    const call = vi.fn(() => Promise.reject(permanent));
    await expect(create().execute(call)).rejects.toBe(permanent);
    expect(call).toHaveBeenCalledOnce();
  });

  it('end with the last error', async () => {
    const call = vi.fn(() => Promise.reject(transient));
    const outcome = expect(create({ breakAfter: 10 }).execute(call)).rejects.toBe(transient);
    await vi.runAllTimersAsync();
    await outcome;
    expect(call).toHaveBeenCalledTimes(3);
  });
});

it('ends an attempt that takes too long and tells it so by its signal', async () => {
  const signals: AbortSignal[] = [];
  const outcome = expect(
    create({ retries: 0 }).execute((signal) => {
      signals.push(signal);
      return new Promise(() => {});
    }),
  ).rejects.toMatchObject({ code: 'outgoing_timeout' });
  await vi.advanceTimersByTimeAsync(1000);
  await outcome;
  expect(signals[0]?.aborted).toBe(true);
});

describe('the breaker', () => {
  it('opens after failures in a row, refuses at once, and closes after a call that succeeds', async () => {
    const board = create({ retries: 0 });
    for (let attempt = 0; attempt < 3; attempt++) {
      await expect(board.execute(() => Promise.reject(transient))).rejects.toBe(transient);
    }
    expect(board.state()).toBe('open');
    const call = vi.fn(async () => 'read');
    await expect(board.execute(call)).rejects.toMatchObject({ code: 'unavailable' });
    expect(call).not.toHaveBeenCalled();

    await vi.advanceTimersByTimeAsync(60_000);
    expect(await board.execute(call)).toBe('read');
    expect(board.state()).toBe('closed');
  });

  it('does not count faults of ours', async () => {
    const board = create({ retries: 0 });
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(board.execute(() => Promise.reject(permanent))).rejects.toBe(permanent);
    }
    expect(board.state()).toBe('closed');
  });
});

it('refuses more calls than may run and wait', async () => {
  const board = create({ queueLimit: 1 });
  const finish = Promise.withResolvers<string>();
  const running = board.execute(() => finish.promise);
  const waiting = board.execute(async () => 'second');
  await expect(board.execute(async () => 'third')).rejects.toMatchObject({ code: 'unavailable' });
  finish.resolve('first');
  expect(await Promise.all([running, waiting])).toEqual(['first', 'second']);
});

it('gives the reason of the caller who stopped waiting', async () => {
  const stop = new AbortController();
  const outcome = create().execute(
    (signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(transient))),
    stop.signal,
  );
  stop.abort(new Error('shutting down'));
  await expect(outcome).rejects.toThrow('shutting down');
});
