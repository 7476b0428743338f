/**
 * One event to many people: inbox rows, counters, delivery rows and the decisions about them, with everything that the
 * program itself does. On PostgreSQL with two batches at a time, then as a broadcast of a running server whose open
 * sockets have to be served meanwhile, then on the embedded database; and, where it can run, beside a peer.
 *
 *     npm run bench:fanout -- [--people 100000] [--embedded-people 20000] [--peer path/to/peer.py]
 */
import { parseArgs } from 'node:util';
import { measureEmbedded, measurePostgres } from './fanout/engine.ts';
import { measureLive } from './fanout/live.ts';
import { measurePeer } from './fanout/peer.ts';
import { verdict } from './realtime/measured-server.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '100000' },
    'embedded-people': { type: 'string', default: '20000' },
    peer: { type: 'string' },
    port: { type: 'string', default: '9340' },
  },
});
const people = Number(values.people);
const goals = { postgres: 25_000, embedded: 4_000, p99Ms: 100, growthMb: 256, timesPeer: 25 };

const postgres = await measurePostgres(people);
verdict(
  `on PostgreSQL, ${people} people`,
  `${postgres.perSecond.toFixed(0)} people/s; for each ${postgres.cpuMicroseconds.toFixed(1)} µs of CPU here and ` +
    `${postgres.databaseMicroseconds.toFixed(1)} in PostgreSQL (goal ${goals.postgres}/s)`,
  postgres.perSecond >= goals.postgres,
);
verdict(
  'memory above what it began with',
  `${postgres.growthMb.toFixed(0)} MB (goal ${goals.growthMb})`,
  postgres.growthMb < goals.growthMb,
);

const live = await measureLive(Number(values.port), people);
verdict(
  `as a broadcast of a server with ${live.sockets} open sockets`,
  `${live.perSecond.toFixed(0)} people/s; from request to socket meanwhile p50 ${live.p50.toFixed(1)} ms, ` +
    `p99 ${live.p99.toFixed(1)} ms over ${live.measured} (goal p99 ${goals.p99Ms} ms)`,
  live.p99 < goals.p99Ms,
);

const embedded = await measureEmbedded(Number(values['embedded-people']));
verdict(
  `on the embedded database, ${values['embedded-people']} people`,
  `${embedded.perSecond.toFixed(0)} people/s (goal ${goals.embedded}/s)`,
  embedded.perSecond >= goals.embedded,
);

if (values.peer === undefined) {
  process.stdout.write('not run  beside a peer: name it with --peer\n');
} else {
  const peer = await measurePeer(values.peer, Math.min(people, 20_000));
  const ratio = postgres.perSecond / peer.bulk;
  verdict(
    'beside the peer',
    `${ratio.toFixed(1)} times its ${peer.bulk}/s in bulk, ${(postgres.perSecond / peer.row).toFixed(0)} times its ` +
      `${peer.row}/s row by row (goal ${goals.timesPeer} times its bulk)`,
    ratio >= goals.timesPeer,
  );
}
