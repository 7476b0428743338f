import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type IngestReport, ingest } from '../support/ingest.ts';
import { signUpSeeker } from '../support/people.ts';
import { startServer, temporaryFolder } from '../support/server.ts';

const recorded =
  process.env['TEST_DATA_DIR'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));

const present = existsSync(recorded);
const name = 'the recorded feeds, twice over by the command line';

describe.runIf(present)(present ? name : `${name}: there are none (TEST_DATA_DIR)`, () => {
  const dataDirectory = temporaryFolder();
  const inputs: (readonly [kind: string, file: string])[] = [];
  const first = new Map<string, IngestReport>();

  beforeAll(async () => {
    const days = readdirSync(path.join(recorded, 'replay')).sort();
    inputs.push(
      ['greenhouse', 'feeds/greenhouse.json'],
      ['lever', 'feeds/lever.json'],
      ['ashby', 'feeds/ashby.json'],
      ['employer_dump', 'postings/uber.json'],
      ...days.map((day) => ['open_jobs', `replay/${day}`] as const),
    );
    const server = await startServer({ dataDirectory });
    await signUpSeeker(server.url, 'Sam Seeker', {
      wanted_titles: ['Software Engineer', 'Data Scientist'],
      skills: ['Python', 'SQL', 'Go'],
    });
    await server.stop();
  });
  afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));

  test('the first time jobs come in, people are told, and faulty rows are explained', async () => {
    for (const [kind, file] of inputs)
      first.set(file, await ingest(kind, path.join(recorded, file), dataDirectory));
    const sum = (number: (report: IngestReport) => number) =>
      [...first.values()].reduce((total, report) => total + number(report), 0);
    expect(first.get('postings/uber.json')?.counts).toMatchObject({ read: 776, new: 776, skipped: 0 });
    expect(sum(({ counts }) => counts.new)).toBeGreaterThan(5_000);
    expect(sum(({ notified }) => notified)).toBeGreaterThan(50);
    expect(first.get('replay/2026-08-11.json')?.skipped).toContainEqual(
      expect.objectContaining({ reason: 'no_title', detail: expect.stringContaining('undefined') }),
    );
  });

  test('the second time nothing is new and nobody is told', async () => {
    for (const [kind, file] of inputs) {
      const { counts, notified } = await ingest(kind, path.join(recorded, file), dataDirectory);
      const before = first.get(file)?.counts;
      expect({ file, ...counts, notified }).toEqual({
        file,
        read: before?.read,
        new: 0,
        changed: 0,
        unchanged: (before?.read ?? 0) - (before?.skipped ?? 0),
        closed: 0,
        skipped: before?.skipped,
        notified: 0,
      });
    }
  });
});
