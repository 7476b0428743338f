import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runCommand, temporaryFolder } from '../support/server.ts';

const dataDirectory = temporaryFolder();
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));

const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const report = z.object({
  counts: z.object({
    read: z.number(),
    new: z.number(),
    changed: z.number(),
    unchanged: z.number(),
    closed: z.number(),
    skipped: z.number(),
  }),
  skipped: z.array(z.object({ row: z.number(), reason: z.string(), detail: z.string() })),
  notified: z.number(),
});

async function ingest(kind: string, location: string, folder: string) {
  const result = await runCommand(['ingest', kind, location, '--data-dir', folder, '--json']);
  expect(result.error).not.toContain('rolecall:');
  expect(result.status).toBe(0);
  const parsed = report.parse(JSON.parse(result.out));
  const { read, new: added, changed, unchanged, skipped } = parsed.counts;
  expect(added + changed + unchanged + skipped).toBe(read);
  return parsed;
}

describe('the command line', () => {
  test('explains itself, and refuses what it does not know', async () => {
    const help = await runCommand(['--help']);
    expect(help.status).toBe(0);
    for (const name of ['serve', 'worker', 'migrate', 'ingest', 'user', 'doctor'])
      expect(help.out).toContain(name);
    const unknown = await runCommand(['srve']);
    expect(unknown.status).toBe(1);
    expect(unknown.error).toContain('serve');
  });

  test('migrates once', async () => {
    const first = await runCommand(['migrate', '--data-dir', dataDirectory, '--json']);
    expect([first.status, JSON.parse(first.out).applied.length > 0]).toEqual([0, true]);
    const second = await runCommand(['migrate', '--data-dir', dataDirectory, '--json']);
    expect(JSON.parse(second.out)).toEqual({ applied: [] });
  });

  test('creates an operator, and names what is wrong with a second one', async () => {
    const create = (input: string) =>
      runCommand(
        [
          'user',
          'create',
          '--email',
          'op@example.org',
          '--name',
          'Op',
          '--role',
          'operator',
          '--data-dir',
          dataDirectory,
        ],
        { input },
      );
    const short = await create('short\n');
    expect(short.status).toBe(1);
    expect(short.error).toContain('10 characters');
    const created = await create('a long enough password\n');
    expect([created.status, created.out]).toEqual([0, 'Created the operator Op <op@example.org>.\n']);
    const again = await create('a long enough password\n');
    expect(again.status).toBe(1);
    expect(again.error).toMatch(/^rolecall: [^\n]+\n$/);
  });

  test('checks every part and says what is wrong', async () => {
    const well = await runCommand(['doctor', '--data-dir', dataDirectory, '--json']);
    expect(well.status).toBe(0);
    const parts = z.object({ findings: z.array(z.object({ part: z.string(), state: z.string() })) });
    const { findings } = parts.parse(JSON.parse(well.out));
    expect(findings.map(({ part }) => part)).toEqual(
      expect.arrayContaining(['database', 'queue', 'e-mail', 'bus']),
    );

    const ill = await runCommand(['doctor', '--data-dir', dataDirectory], {
      environment: { SMTP_URL: 'smtp://127.0.0.1:1', REDIS_URL: 'redis://:secret@127.0.0.1:1' },
    });
    expect(ill.status).toBe(1);
    expect(ill.out).toMatch(/e-mail +failed/);
    expect(ill.out).toMatch(/bus +failed/);
    expect(ill.out).not.toContain('secret');
  });

  test('reads a feed from a file, and tells a file that is none', async () => {
    const feed = path.join(dataDirectory, 'feed.json');
    const posting = {
      '@type': 'JobPosting',
      identifier: { value: 'one' },
      title: 'Lamp Tuner',
      description: '<p>Tune lamps.</p>',
      hiringOrganization: { name: 'Lanternworks' },
      url: 'https://jobs.example/one',
    };
    writeFileSync(feed, JSON.stringify([posting, { ...posting, title: undefined }]));
    const first = await ingest('job_posting', feed, dataDirectory);
    expect(first.counts).toMatchObject({ read: 2, new: 1, skipped: 1 });
    expect(first.skipped).toMatchObject([{ row: 1, reason: 'no_title' }]);
    const second = await ingest('job_posting', feed, dataDirectory);
    expect(second.counts).toMatchObject({ read: 2, new: 0, unchanged: 1, skipped: 1 });

    writeFileSync(feed, 'no feed at all');
    const wrong = await runCommand(['ingest', 'job_posting', feed, '--data-dir', dataDirectory]);
    expect(wrong.status).toBe(1);
    const missing = await runCommand(['ingest', 'lever', '/nowhere.json', '--data-dir', dataDirectory]);
    expect(missing.status).toBe(1);
    expect(missing.error).toContain('/nowhere.json');
  });

  test.runIf(existsSync(shared))(
    'reads all recorded feeds, and the second time finds nothing new',
    async () => {
      const folder = temporaryFolder();
      try {
        const days = readdirSync(path.join(shared, 'replay')).sort();
        const inputs: (readonly [kind: string, file: string])[] = [
          ['greenhouse', 'feeds/greenhouse.json'],
          ['lever', 'feeds/lever.json'],
          ['ashby', 'feeds/ashby.json'],
          ['employer_dump', 'postings/uber.json'],
          ...days.map((day) => ['open_jobs', `replay/${day}`] as const),
        ];
        const password = 'a long enough password';
        await runCommand(
          [
            'user',
            'create',
            '--email',
            'seeker@example.org',
            '--name',
            'S',
            '--role',
            'job_seeker',
            '--data-dir',
            folder,
          ],
          { input: password },
        );
        let added = 0;
        for (const [kind, file] of inputs) {
          const { counts, skipped } = await ingest(kind, path.join(shared, file), folder);
          added += counts.new;
          if (file.includes('2026-08-11')) {
            expect(skipped).toEqual(
              expect.arrayContaining([
                expect.objectContaining({ reason: expect.stringMatching(/no_title|no_id/) }),
              ]),
            );
          }
        }
        expect(added).toBeGreaterThan(5_000);
        for (const [kind, file] of inputs) {
          const { counts, notified } = await ingest(kind, path.join(shared, file), folder);
          expect({ file, new: counts.new, changed: counts.changed, closed: counts.closed, notified }).toEqual(
            {
              file,
              new: 0,
              changed: 0,
              closed: 0,
              notified: 0,
            },
          );
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    240_000,
  );
});
