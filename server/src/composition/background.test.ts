import { describe, expect, test } from 'vitest';
import { startServices, startWorkers } from './background.ts';
import type { Service } from './module.ts';

describe('what a process runs', () => {
  test('is stopped in the opposite order where it lives as long as the process', async () => {
    const log: string[] = [];
    const service = (name: string): Service => ({
      name,
      async start() {
        log.push(`start ${name}`);
        return async () => log.push(`stop ${name}`);
      },
    });
    const stop = await startServices([service('a'), service('b')]);
    await stop();
    await stop();
    expect(log).toEqual(['start a', 'start b', 'stop b', 'stop a']);
  });

  test('is stopped at the same time where it works in the background: nobody waits for another', async () => {
    const { promise: otherIsStopping, resolve } = Promise.withResolvers<void>();
    const patient: Service = { name: 'patient', start: async () => () => otherIsStopping };
    const other: Service = { name: 'other', start: async () => async () => resolve() };
    for (const workers of [
      [patient, other],
      [other, patient],
    ]) {
      const stop = await startWorkers(workers);
      await stop();
    }
  });

  test('stops what has started when the next one cannot', async () => {
    const stopped: string[] = [];
    const fine: Service = { name: 'fine', start: async () => async () => stopped.push('fine') };
    const broken: Service = {
      name: 'broken',
      async start() {
        throw new Error('the port is taken');
      },
    };
    await expect(startServices([fine, broken])).rejects.toThrow('the port is taken');
    expect(stopped).toEqual(['fine']);
  });
});
