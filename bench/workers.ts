/**
 * What the threads that parse cost, and what they are good for: CPU time of a description and of a mail, parsed in this
 * thread and in a pool, and the latency of a health request while texts come that hold parsers up.
 *
 *     npm run bench:workers -- [--descriptions N] [--mails N] [--requests N] [--json]
 *
 * The process time is that of all threads. The server is a real one, on an embedded database of its own.
 */
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { createDescriptions } from '../server/src/features/catalog/jobs/description.ts';
import { renderDescription } from '../server/src/features/catalog/jobs/rendering.ts';
import { parseInbound } from '../server/src/features/mail/feedback/inbound/parse-inbound.ts';
import { createWorkerPool, workerFile } from '../server/src/platform/workers/index.ts';
import { postfixBounce } from '../server/src/testing/mail/returned-mails/server-bounces.ts';
import { signUpRecruiter } from '../test/support/people.ts';
import { startServer } from '../test/support/server.ts';

const { values } = parseArgs({
  options: {
    descriptions: { type: 'string', default: '2000' },
    mails: { type: 'string', default: '2000' },
    requests: { type: 'string', default: '500' },
    json: { type: 'boolean', default: false },
  },
});

/** How many calls are under way at once, as in an import. */
const atOnce = 8;
const warmUp = 200;

const paragraph =
  'You look after **services** that thousands of people use, with `TypeScript` and PostgreSQL, in a [team](https://example.org) of six.\n\n';
const list = '- Plan and build\n- Measure\n- Keep it running\n\n';
const markdown = `# Backend engineer\n\n${(paragraph.repeat(4) + list).repeat(4)}`;
const html = markdown
  .split('\n\n')
  .map((text) => `<p>${text.replaceAll('\n', '<br>')}</p>`)
  .join('');
const bounce = Buffer.from(
  postfixBounce({ returnPath: 'b+0199a3c4-0000-7000-8000-000000000001@example.org' }),
);

/** CPU time of the process for one of so many calls, in microseconds. */
async function cpuOfOne(count: number, call: () => unknown): Promise<number> {
  const run = async (calls: number) => {
    for (let done = 0; done < calls; done += atOnce) await Promise.all(Array.from({ length: atOnce }, call));
  };
  await run(warmUp);
  const before = process.cpuUsage();
  await run(count);
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / (Math.ceil(count / atOnce) * atOnce));
}

async function measureParsing() {
  const workers = createWorkerPool({ threads: 2, memoryMb: 512 });
  const { readDescription } = createDescriptions({ workers, logger: pino({ level: 'silent' }) });
  const readMail = workerFile<
    typeof import('../server/src/features/mail/feedback/inbound/inbound.worker.ts')
  >(new URL('../server/src/features/mail/feedback/inbound/inbound.worker.ts', import.meta.url)).task(
    'readInbound',
    { name: 'bench.mail', deadlineMs: 5_000, maximumSize: 1_000_000, sizeOf: () => 1 },
  );
  const rows: { what: string; here: number; pool: number }[] = [];
  const descriptions = Number(values.descriptions);
  for (const [format, content] of [
    ['markdown', markdown],
    ['html', html],
  ] as const) {
    rows.push({
      what: `description, ${format}, ${content.length} characters`,
      here: await cpuOfOne(descriptions, () => renderDescription({ format, content })),
      pool: await cpuOfOne(descriptions, () => readDescription({ format, content })),
    });
  }
  const mails = Number(values.mails);
  rows.push({
    what: `bounce, ${bounce.length} bytes`,
    here: await cpuOfOne(mails, () => parseInbound(bounce)),
    pool: await cpuOfOne(mails, () => workers.run(readMail, { raw: bounce, sender: '' })),
  });
  await workers.close();
  return rows;
}

/** Latencies of health requests, one after another, in milliseconds. */
async function healthLatencies(
  url: string,
  goesOn: () => boolean,
): Promise<{ p50: number; p99: number; max: number }> {
  const taken: number[] = [];
  while (goesOn()) {
    const begun = performance.now();
    const answer = await fetch(`${url}/health/live`);
    await answer.arrayBuffer();
    taken.push(performance.now() - begun);
  }
  taken.sort((left, right) => left - right);
  const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

async function measureHealth() {
  const server = await startServer();
  try {
    const { client } = await signUpRecruiter(server.url, 'Rob Recruiter', 'Lanternworks');
    let left = Number(values.requests);
    const countDown = () => {
      left -= 1;
      return left >= 0;
    };
    await healthLatencies(server.url, countDown);
    left = Number(values.requests);
    const alone = await healthLatencies(server.url, countDown);
    const hostile = ['*a_', '> ', '<div>', '[![', '- ', '<b><i>', '`*', '| - '].map((part) =>
      part.repeat(Math.floor(48_000 / part.length)),
    );
    let isPosting = true;
    const posting = (async () => {
      for (const [number, description] of hostile.entries()) {
        await client.jobs.create({
          body: { title: `Gardener ${number}`, description, places: [], skills: [] },
        });
      }
    })().finally(() => {
      isPosting = false;
    });
    const meanwhile = await healthLatencies(server.url, () => isPosting);
    await posting;
    return { alone, meanwhile };
  } finally {
    await server.stop();
  }
}

const parsing = await measureParsing();
const health = await measureHealth();
if (values.json) console.log(JSON.stringify({ parsing, health }));
else {
  console.log('CPU of one, in µs                         here     in the pool');
  for (const { what, here, pool } of parsing)
    console.log(`${what.padEnd(40)} ${String(here).padStart(6)} ${String(pool).padStart(10)}`);
  for (const [name, { p50, p99, max }] of Object.entries(health))
    console.log(
      `health requests ${name}: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, max ${max.toFixed(1)} ms`,
    );
}
