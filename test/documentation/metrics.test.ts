import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerProcess, startServer } from '../support/server.ts';

interface Metric {
  readonly name: string;
  readonly type: string;
  readonly labels: readonly string[];
}

/** The rows of the tables in the page. */
function documented(): Metric[] {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/metrics.md'), 'utf8');
  return [...page.matchAll(/^\| `(\w+)` \| (\w+) \|([^|]*)\|/gm)].map(
    ([, name = '', type = '', labels = '']) => ({
      name,
      type,
      labels: [...labels.matchAll(/`(\w+)`/g)].map(([, label = '']) => label),
    }),
  );
}

/** What the process answers; of labels it shows those that have come up. */
async function exposed({ url }: ServerProcess): Promise<Metric[]> {
  const answer = await fetch(`${url}/metrics`);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  return [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name = '', type = '']) => {
    const samples = text.matchAll(new RegExp(`^${name}(?:_bucket|_sum|_count)?\\{(.*)\\} `, 'gm'));
    const labels = [...samples].flatMap(([, given = '']) =>
      [...given.matchAll(/(\w+)="/g)].map(([, label = '']) => label),
    );
    return { name, type, labels: [...new Set(labels)].filter((label) => label !== 'le') };
  });
}

let processes: ServerProcess[] = [];
let metrics: Metric[] = [];

beforeAll(async () => {
  processes = await Promise.all([startServer(), startServer({ command: 'worker' })]);
  for (const { url } of processes) await fetch(`${url}/health/live`);
  metrics = (await Promise.all(processes.map(exposed))).flat();
});
afterAll(async () => {
  await Promise.all(processes.map((one) => one.stop()));
});

test('every metric of a process is in the page, with its type and its labels', () => {
  const known = new Map(documented().map((metric) => [metric.name, metric]));
  for (const { name, type, labels } of metrics) {
    expect(known.get(name), name).toMatchObject({ type });
    expect(known.get(name)?.labels, name).toEqual(expect.arrayContaining([...labels]));
  }
});

test('every metric of the page is told by a process', () => {
  const told = new Set(metrics.map(({ name }) => name));
  // What the system tells of a process differs from one system to the next.
  const ours = documented().filter(
    ({ name }) => process.platform === 'linux' || !name.startsWith('process_'),
  );
  expect(ours.map(({ name }) => name).filter((name) => !told.has(name))).toEqual([]);
  expect(ours.length).toBeGreaterThan(40);
});

test('the alarms ask for metrics that there are', () => {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/metrics.md'), 'utf8');
  const names = new Set(documented().map(({ name }) => name));
  const asked = page.match(/\b(?:rolecall|nodejs|process)_\w+/g) ?? [];
  const unknown = asked.filter(
    (name) => !names.has(name.replace(/_(?:bucket|count|sum)$/, '')) && !names.has(name),
  );
  expect(unknown).toEqual([]);
});
