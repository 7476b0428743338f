import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import {
  type Answer,
  type Caller,
  codeOf,
  faultOf,
  type HostileRequest,
  hostileRequests,
  type Operation,
  readOperations,
  validRequest,
} from '../../server/src/testing/hostile-requests/index.ts';
import { randomFrom } from '../../server/src/testing/random.ts';
import { type AttackedServer, startAttackedServer } from './support/attacked-server.ts';
import { createRounds } from './support/healthy-requests.ts';
import { cut } from './support/http.ts';
import { type Prober, startProber } from './support/prober.ts';
import { populate } from './support/world.ts';

const count = Number(process.env['ATTACKS_REQUESTS'] ?? 20_000);
const seed = Number(process.env['ATTACKS_SEED'] ?? 1);
/** Beyond a hundred requests a second, as ten addresses may send; the limits are off. */
const attackers = 2;
const pauseMs = 10;
const requestsInARow = 200;
const calmMs = 500;
/** What the server takes unless told otherwise; whoever sends more may be hung up on. */
const bodyLimit = 1_048_576;
/** MB of the whole process, with its threads that parse. */
const mostMemory = 1_500;

const operations = readOperations();

let attacked: AttackedServer;
let prober: Prober;
let known: ReadonlyMap<string, unknown>;
beforeAll(async () => {
  attacked = await startAttackedServer();
  known = await populate(attacked);
  prober = await startProber(attacked.process.url, () => attacked.bearers.of('job_seeker'));
});
afterAll(async () => {
  await prober?.close();
  await attacked?.close();
});

/** Codes that are answered before a handler is asked. */
const beforeHandlers = new Set([
  'invalid_request',
  'invalid_json',
  'invalid_cursor',
  'unauthenticated',
  'forbidden',
  'payload_too_large',
  'unsupported_media_type',
  'method_not_allowed',
]);

async function attack(request: HostileRequest): Promise<Answer> {
  const { operation, caller, method, url, headers, body } = request;
  const bearer = await attacked.bearers.of(caller, operation);
  const authorization = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
  const answer = await attacked.send({ method, url, headers: { ...authorization, ...headers }, body });
  const isRefused = codeOf(answer) === 'unauthenticated' && operation.access !== 'public';
  if (isRefused && caller !== 'anonymous' && headers['authorization'] === undefined)
    attacked.bearers.renew(caller, operation);
  if (operation.id === 'changePassword' && answer.status === 200)
    attacked.bearers.passwordChanged(
      caller,
      z.object({ password: z.string() }).parse(JSON.parse(String(body))).password,
    );
  return answer;
}

/** Why the handler of an operation was not reached: what it answers to a request that nothing is wrong with. */
async function answerToValid(operation: Operation): Promise<string> {
  const caller = typeof operation.access === 'string' ? 'job_seeker' : (operation.access[0] ?? 'operator');
  const { status, body } = await attack({ operation, caller, ...validRequest(operation, known) });
  return `${operation.id} was not reached: ${status} ${body.slice(0, 300)}`;
}

test(`${count} hostile requests over the OpenAPI document, seed ${seed}`, async () => {
  const faults: string[] = [];
  const statuses = new Map<string, number>();
  const reached = new Set<string>();
  const callers = new Map<Caller, number>();
  const add = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1);

  const rounds = createRounds(prober, calmMs);
  await pause(1_000);

  const begun = Date.now();
  const requests = hostileRequests(operations, known, { count, random: randomFrom(seed) });
  let left = 0;
  async function attackInTurn(): Promise<void> {
    while (left > 0) {
      left -= 1;
      const next = requests.next();
      if (next.done) return;
      await pause(pauseMs);
      const request = next.value;
      const { operation, caller } = request;
      let fault: string | undefined;
      try {
        const answer = await attack(request);
        const isTooLarge = Buffer.byteLength(request.body ?? '') > bodyLimit;
        fault = answer === cut && !isTooLarge ? 'The server hung up' : faultOf(answer);
        const code = answer === cut ? 'cut' : codeOf(answer);
        add(statuses, code === undefined ? String(answer.status) : `${answer.status} ${code}`);
        if (code === undefined || !beforeHandlers.has(code)) reached.add(operation.id);
      } catch (error) {
        fault = String(error);
      }
      add(callers, caller);
      if (fault !== undefined) faults.push(`${operation.id} as ${caller}, ${request.attack}: ${fault}`);
    }
  }
  // What else the machine does is in both kinds of time alike when they take turns.
  for (let sent = 0; sent < count; sent += requestsInARow) {
    left = Math.min(requestsInARow, count - sent);
    await rounds.attack('requests', () => Promise.all(Array.from({ length: attackers }, attackInTurn)));
  }
  const seconds = (Date.now() - begun) / 1_000;

  const longTurns = attacked.turns.longTurns(begun, 100);
  const longer = attacked.turns.longTurns(begun, 0).toSorted((one, other) => other.ms - one.ms);
  const { text, ratio } = rounds.compare();
  process.stdout.write(
    `${[
      `${count} requests in ${Math.round(seconds)} s, seed ${seed}, by ${JSON.stringify(Object.fromEntries(callers))}`,
      `Answers: ${[...statuses]
        .toSorted((one, other) => other[1] - one[1])
        .map((entry) => entry.join(': '))
        .join(', ')}`,
      `Handlers reached: ${reached.size} of ${operations.length}`,
      `Longest turn: ${attacked.turns.longest(begun)} ms; memory at most ${attacked.turns.peakMemory(begun)} MB`,
      text,
      ...(await Promise.all(operations.filter(({ id }) => !reached.has(id)).map(answerToValid))),
      ...longer
        .slice(0, 12)
        .map(
          (turn) => `Turn of ${turn.ms} ms, and ${turn.garbageMs} ms of garbage: ${turn.requests.join(', ')}`,
        ),
      ...faults.slice(0, 200),
      ...(faults.length > 0 ? [attacked.process.output().slice(-20_000)] : []),
    ].join('\n')}\n`,
  );
  expect(faults).toEqual([]);
  expect(longTurns).toEqual([]);
  expect(prober.refused()).toBe(0);
  expect(ratio).toBeLessThanOrEqual(5);
  expect(attacked.turns.peakMemory(begun)).toBeLessThan(mostMemory);
  expect(reached.size / operations.length).toBeGreaterThan(0.9);
});
