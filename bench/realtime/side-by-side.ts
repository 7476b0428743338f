/**
 * This server beside others, by the shared generator of load: the same connections, messages and phases for each, one
 * after the other, and the goals as ratios within this run.
 *
 *     BENCH_DIR=… PEERS_DIR=… npm run bench:side-by-side -- [--peers socketio,nchan] [--conns 10000] [--reps 3]
 *
 * BENCH_DIR is the folder of `run.mjs`, whose README tells how to install the peers. Every repetition runs all of them,
 * so that a bad minute does not hit one only.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { percentile, verdict } from './measured-server.ts';

const { values } = parseArgs({
  options: {
    peers: { type: 'string', default: 'rawpush-plain,rawpush-coalesce,socketio,nchan,channels-daphne' },
    conns: { type: 'string', default: '10000' },
    reps: { type: 'string', default: '3' },
    retries: { type: 'string', default: '2' },
  },
});
const benchDirectory = process.env['BENCH_DIR'];
if (benchDirectory === undefined) {
  process.stderr.write('Set BENCH_DIR to the folder of the shared generator of load.\n');
  process.exit(1);
}
const repository = fileURLToPath(new URL('../../', import.meta.url));
const own = 'project';
/** Channels loses messages and takes minutes when it is asked as often as the others. */
const gentle = ['--set', 'sustained=20', '--set', 'serial=10', '--set', 'warmup=1'];

const phaseSchema = z.object({ deliveries: z.number(), deliveries_per_s: z.number(), p99_ms: z.number() });
const resultSchema = z.object({
  disturbed: z.number(),
  connect: z.object({ per_s: z.number() }),
  memory: z.object({ server_kb_per_conn: z.number() }),
  sustained: phaseSchema.extend({ server_cpu_s: z.number(), broker_cpu_s: z.number() }),
  unicast_max: phaseSchema,
  unicast_rate: phaseSchema.extend({ p50_ms: z.number() }),
  errors: z.object({ lost: z.number() }),
});
type Result = z.infer<typeof resultSchema>;

const output = mkdtempSync(path.join(tmpdir(), 'rolecall-bench-'));
const names = [own, ...values.peers.split(',').filter((name) => name !== '')];
try {
  for (let repetition = 0; repetition < Number(values.reps); repetition += 1) {
    for (const name of names) runOne(name, benchDirectory);
  }
  report(new Map(names.map((name) => [name, readResults(name)])));
} finally {
  rmSync(output, { recursive: true });
}

function runOne(name: string, directory: string): void {
  const adapter =
    name === own
      ? path.join(repository, 'bench/realtime/adapters/project.json')
      : path.join(directory, 'adapters', `${name}.json`);
  const flags = ['--conns', values.conns, '--retries', values.retries];
  spawnSync(
    process.execPath,
    [path.join(directory, 'run.mjs'), adapter, ...flags, ...(name.startsWith('channels') ? gentle : [])],
    {
      cwd: directory,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, PROJECT_DIR: repository, BENCH_OUT: output },
    },
  );
}

/** The runs of one server; those that did not come to their end are left out. */
function readResults(name: string): Result[] {
  try {
    const lines = readFileSync(path.join(output, `${name}.jsonl`), 'utf8')
      .trim()
      .split('\n');
    return lines.flatMap((line) => {
      const result = resultSchema.safeParse(JSON.parse(line));
      return result.success ? [result.data] : [];
    });
  } catch {
    return [];
  }
}

function median(results: readonly Result[], pick: (result: Result) => number): number {
  return percentile(results.map(pick), 0.5);
}

function rate({ sustained }: Result): number {
  return sustained.deliveries_per_s;
}

/** In microseconds for one delivery. */
function cpu({ sustained }: Result): number {
  return ((sustained.server_cpu_s + sustained.broker_cpu_s) / sustained.deliveries) * 1e6;
}

function memory(result: Result): number {
  return result.memory.server_kb_per_conn;
}

function report(results: ReadonlyMap<string, readonly Result[]>): void {
  const ours = results.get(own) ?? [];
  const heading =
    '| | deliveries/s | ours is | CPU µs each | kB a connection | connects/s | unicast/s | unicast p50, p99 ms at 1,000/s | lost | disturbed |';
  process.stdout.write(`${heading}\n|---|---|---|---|---|---|---|---|---|---|\n`);
  for (const [name, runs] of results) {
    const cells = [
      median(runs, rate).toFixed(0),
      `${(median(ours, rate) / median(runs, rate)).toFixed(2)} ×`,
      median(runs, cpu).toFixed(2),
      median(runs, memory).toFixed(1),
      median(runs, ({ connect }) => connect.per_s).toFixed(0),
      median(runs, ({ unicast_max }) => unicast_max.deliveries_per_s).toFixed(0),
      `${median(runs, ({ unicast_rate }) => unicast_rate.p50_ms).toFixed(2)}, ${median(runs, ({ unicast_rate }) => unicast_rate.p99_ms).toFixed(2)}`,
      median(runs, ({ errors }) => errors.lost).toFixed(0),
      percentile(
        runs.map(({ disturbed }) => disturbed),
        1,
      ).toFixed(2),
    ];
    process.stdout.write(`| ${name} | ${cells.join(' | ')} |\n`);
  }
  judge(results, ours);
}

/** Medians of the runs against the goals; each peer that was left out leaves its goal open. */
function judge(results: ReadonlyMap<string, readonly Result[]>, ours: readonly Result[]): void {
  const goals = [
    ['rawpush-coalesce', 0.75],
    ['socketio', 3.5],
    ['nchan', 2],
    ['channels-daphne', 60],
  ] as const;
  process.stdout.write('\n');
  for (const [name, goal] of goals) {
    const runs = results.get(name) ?? [];
    if (runs.length === 0) continue;
    const ratio = median(ours, rate) / median(runs, rate);
    verdict(`sustained deliveries beside ${name}`, `${ratio.toFixed(2)} × (goal ${goal} ×)`, ratio >= goal);
  }
  const [cost, size] = [median(ours, cpu), median(ours, memory)];
  const p99 = median(ours, ({ unicast_rate }) => unicast_rate.p99_ms);
  verdict('CPU of a delivery', `${cost.toFixed(2)} µs (goal 8 µs)`, cost <= 8);
  verdict('memory of a connection', `${size.toFixed(1)} kB (goal 12 kB)`, size <= 12);
  verdict('p99 of live unicast at 1,000/s', `${p99.toFixed(2)} ms (goal 5 ms)`, p99 < 5);
}
