import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultOf } from '../../server/src/testing/hostile-requests/index.ts';
import type { Attack } from './attacks/attack.ts';
import { commandAttacks, feedAttacks } from './attacks/feeds.ts';
import { fileAttacks } from './attacks/files.ts';
import { floodAttacks } from './attacks/floods.ts';
import { mailAttacks } from './attacks/mails.ts';
import { pushAttacks } from './attacks/pushes.ts';
import { textAttacks } from './attacks/texts.ts';
import { socketAttacks, wireAttacks } from './attacks/wire.ts';
import { type AttackedServer, startAttackedServer } from './support/attacked-server.ts';
import { createRounds } from './support/healthy-requests.ts';
import { type Prober, startProber } from './support/prober.ts';
import { populate } from './support/world.ts';

/** One of so many attacks is made. */
const every = Number(process.env['ATTACKS_EVERY'] ?? 1);
const calmMs = every === 1 ? 300 : 500;
/** MB of the whole process, with its threads that parse. */
const mostMemory = 1_500;

const groups: Readonly<Record<string, readonly Attack[]>> = {
  ...fileAttacks,
  ...textAttacks,
  floods: floodAttacks,
  wire: wireAttacks,
  sockets: socketAttacks,
  mails: mailAttacks,
  pushes: pushAttacks,
  feeds: feedAttacks,
  commands: commandAttacks,
};

let attacked: AttackedServer;
let prober: Prober;
let rounds: ReturnType<typeof createRounds>;
let begun = 0;
/** MB of memory. */
let mostSoFar = 0;

beforeAll(async () => {
  attacked = await startAttackedServer();
  await populate(attacked);
  prober = await startProber(attacked.process.url, () => attacked.bearers.of('job_seeker'));
  rounds = createRounds(prober, calmMs);
  await pause(1_000);
  begun = Date.now();
});
afterAll(async () => {
  await prober?.close();
  await attacked?.close();
});

/** Of each group some, one group after the other and again, so that each part of the run has attacks of all kinds. */
const made = Object.entries(groups)
  .flatMap(([group, attacks]) =>
    attacks
      .map((attack, index) => ({ attack, index, name: `${group}: ${attack.name}` }))
      .filter(({ attack, index }) => every === 1 || (index % every === 0 && !attack.isLong))
      .map((one, place, { length }) => ({ ...one, turn: (place + 0.5) / length })),
  )
  .toSorted((one, other) => one.turn - other.turn);

describe('the server goes on', () => {
  test.each(made)('$name', async ({ attack }) => {
    let start = 0;
    const answers = await rounds.attack(attack.name, () => {
      start = Date.now();
      return attack.run(attacked);
    });
    const took = Date.now() - start;
    const after = await attacked.send({ method: 'GET', url: '/health/ready', headers: {} });
    // Until the last turn is in the log.
    await pause(50);
    const longest = attacked.turns.longest(start);
    const memory = attacked.turns.peakMemory(start);
    if (longest > 50 || memory > mostSoFar + 50 || took > 5_000)
      process.stdout.write(
        `${attack.name}: ${took} ms, longest turn ${longest} ms, memory at most ${memory} MB\n`,
      );
    mostSoFar = Math.max(mostSoFar, memory);
    expect(answers.flatMap((answer) => faultOf(answer) ?? [])).toEqual([]);
    expect(attacked.turns.longTurns(start, 100)).toEqual([]);
    expect(after.status).toBe(200);
  });
});

test('who uses the product meanwhile hardly notices', () => {
  const { text, ratio } = rounds.compare();
  process.stdout.write(
    `${text}\nSlowest of them:\n${rounds.slowest()}\nLongest turn: ${attacked.turns.longest(begun)} ms; memory at most ${attacked.turns.peakMemory(begun)} MB\n`,
  );
  expect(prober.refused()).toBe(0);
  // Of few attacks a flood takes so much of each part that its p99 says nothing about the others.
  if (every === 1) expect(ratio).toBeLessThanOrEqual(5);
  expect(attacked.turns.peakMemory(begun)).toBeLessThan(mostMemory);
});
