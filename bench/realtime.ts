/**
 * All benchmarks of real-time delivery, one after the other: beside other servers where BENCH_DIR names the shared
 * generator of load, then what needs nothing from outside.
 *
 *     npm run bench:realtime -- [options of bench:side-by-side]
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

function run(script: string, args: readonly string[] = []): void {
  process.stdout.write(`\n# ${script}\n`);
  const file = fileURLToPath(new URL(`./realtime/${script}.ts`, import.meta.url));
  const { status } = spawnSync(process.execPath, [...process.execArgv, file, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

if (process.env['BENCH_DIR'] === undefined)
  process.stdout.write('Not run beside others: BENCH_DIR is not set.\n');
else run('side-by-side', process.argv.slice(2));
run('events');
run('slow-clients');
run('reconnect-storm');
