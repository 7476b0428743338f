import { pick } from '../../support/random.ts';
import { forward, pass, startTcpProxy, type TcpProxy } from './tcp-proxy.ts';

/** What happens to a message that Redis pushes to a subscriber. */
const fates = ['drop', 'double', 'delay', 'pass', 'pass', 'pass', 'pass', 'pass', 'pass', 'pass'] as const;

export interface RedisProxy extends TcpProxy {
  /** While it is noisy, of the messages to subscribers a tenth each is dropped, doubled and put behind the next one. */
  setNoisy(noisy: boolean): void;
  /** How many messages met which fate so far. */
  readonly counts: Readonly<Record<(typeof fates)[number], number>>;
}

/** Stands between one process and Redis. */
export async function startRedisProxy(redisPort: () => number, random: () => number): Promise<RedisProxy> {
  const counts = { drop: 0, double: 0, delay: 0, pass: 0 };
  let noisy = false;

  const proxy = await startTcpProxy({
    targetPort: redisPort,
    onLink({ caller, target }) {
      let unread = Buffer.alloc(0);
      let delayed: Buffer | undefined;
      pass(caller, target);
      pass(target, caller, (chunk) => {
        unread = Buffer.concat([unread, chunk]);
        const out: Buffer[] = [];
        for (let end = endOfValue(unread, 0); end !== undefined; end = endOfValue(unread, 0)) {
          const value = unread.subarray(0, end);
          unread = unread.subarray(end);
          const isPush = value.subarray(1, 1 + pushStart.length).equals(pushStart);
          const fate = isPush && noisy ? pick(random, fates) : 'pass';
          if (isPush) counts[fate] += 1;
          if (fate === 'delay' && delayed === undefined) {
            delayed = Buffer.from(value);
            continue;
          }
          if (fate !== 'drop') out.push(value);
          if (fate === 'double') out.push(value);
          if (isPush && delayed !== undefined) {
            out.push(delayed);
            delayed = undefined;
          }
        }
        if (out.length > 0) forward(target, caller, Buffer.concat(out));
      });
    },
  });
  return {
    ...proxy,
    counts,
    setNoisy(next) {
      noisy = next;
    },
  };
}

/** What follows the type of a push: of an array in version 2 of the protocol, of a push in version 3. */
const pushStart = Buffer.from('3\r\n$7\r\nmessage\r\n');

/** Types that name the length of what follows, and those that name how many values do. */
const lengthTypes = new Set(Buffer.from('$=!'));
const valuesPerItem = new Map([
  ...[...Buffer.from('*~>')].map((type) => [type, 1] as const),
  ...[...Buffer.from('%|')].map((type) => [type, 2] as const),
]);

/** Where the value of the Redis protocol that starts here ends; undefined while a part of it is missing. */
function endOfValue(bytes: Buffer, start: number): number | undefined {
  const lineEnd = bytes.indexOf('\r\n', start);
  if (lineEnd === -1) return undefined;
  const next = lineEnd + 2;
  const type = bytes[start] ?? 0;
  const count = Number(bytes.toString('latin1', start + 1, lineEnd));
  if (lengthTypes.has(type) && count >= 0)
    return next + count + 2 <= bytes.length ? next + count + 2 : undefined;
  let end: number | undefined = next;
  const values = count * (valuesPerItem.get(type) ?? 0);
  for (let value = 0; value < values && end !== undefined; value += 1) end = endOfValue(bytes, end);
  return end;
}
