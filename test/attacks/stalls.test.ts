import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultOf } from '../../server/src/testing/hostile-requests/index.ts';
import type { Attack } from './attacks/attack.ts';
import { commandAttacks, feedAttacks } from './attacks/feeds.ts';
import { fileAttacks } from './attacks/files.ts';
import { mailAttacks } from './attacks/mails.ts';
import { pushAttacks } from './attacks/pushes.ts';
import { textAttacks } from './attacks/texts.ts';
import { socketAttacks, wireAttacks } from './attacks/wire.ts';
import { type AttackedServer, startAttackedServer } from './support/attacked-server.ts';
import { type Prober, quantile, startProber } from './support/prober.ts';
import { populate } from './support/world.ts';

/** One of so many attacks is made. */
const every = Number(process.env['ATTACKS_EVERY'] ?? 1);
const calmMs = every === 1 ? 300 : 600;
/** MB of the whole process, with its threads that parse. */
const mostMemory = 1_500;

const groups: Readonly<Record<string, readonly Attack[]>> = {
  ...fileAttacks,
  ...textAttacks,
  wire: wireAttacks,
  sockets: socketAttacks,
  mails: mailAttacks,
  pushes: pushAttacks,
  feeds: feedAttacks,
  commands: commandAttacks,
};

let attacked: AttackedServer;
let prober: Prober;
let begun = 0;
const [undisturbed, disturbed]: [number[], number[]] = [[], []];

beforeAll(async () => {
  attacked = await startAttackedServer();
  await populate(attacked);
  prober = startProber(attacked.process.url, (await attacked.bearers.of('job_seeker')) ?? '');
  await pause(1_000);
  prober.take();
  begun = Date.now();
});
afterAll(async () => {
  await prober?.close();
  await attacked?.close();
});

describe.each(Object.entries(groups))('%s', (_group, attacks) => {
  const made = attacks.filter(({ isLong }, index) => every === 1 || (index % every === 0 && !isLong));
  test.each(made)('$name', async (attack) => {
    await pause(calmMs);
    undisturbed.push(...prober.take());
    const start = Date.now();
    const answers = await attack.run(attacked);
    disturbed.push(...prober.take());
    const longest = attacked.turns.longest(start);
    const memory = attacked.turns.peakMemory(start);
    if (longest > 50 || memory > 900 || Date.now() - start > 5_000)
      process.stdout.write(
        `${attack.name}: ${Date.now() - start} ms, longest turn ${longest} ms, memory at most ${memory} MB\n`,
      );
    expect(answers.flatMap((answer) => faultOf(answer) ?? [])).toEqual([]);
    expect(attacked.turns.longTurns(start, 100)).toEqual([]);
    const after = await attacked.send({ method: 'GET', url: '/health/ready', headers: {} });
    expect(after.status).toBe(200);
  });
});

test('who uses the product meanwhile hardly notices', () => {
  const [calm, busy] = [quantile(undisturbed, 0.99), quantile(disturbed, 0.99)];
  process.stdout.write(
    `Healthy requests: p99 ${calm.toFixed(1)} ms undisturbed (${undisturbed.length}), ${busy.toFixed(1)} ms meanwhile (${disturbed.length})\n` +
      `Longest turn: ${attacked.turns.longest(begun)} ms; memory at most ${attacked.turns.peakMemory(begun)} MB\n`,
  );
  expect(prober.refused()).toBe(0);
  expect(busy / calm).toBeLessThanOrEqual(5);
  expect(attacked.turns.peakMemory(begun)).toBeLessThan(mostMemory);
});
