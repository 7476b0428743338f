import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fillDataFolder } from '../../server/src/testing/databases/snapshot.ts';
import { ingest } from '../support/ingest.ts';
import { runCommand, temporaryFolder } from '../support/server.ts';

/** A week of the demo and of those who join it, in milliseconds. */
const patience = 300_000;

const dataDirectory = temporaryFolder();
beforeAll(() => fillDataFolder(dataDirectory));
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));

describe('the command line', () => {
  test('explains itself, and refuses what it does not know', async () => {
    const help = await runCommand(['--help']);
    expect(help.status).toBe(0);
    for (const name of ['serve', 'worker', 'migrate', 'ingest', 'demo', 'user', 'doctor'])
      expect(help.out).toContain(name);
    const unknown = await runCommand(['srve']);
    expect(unknown.status).toBe(1);
    expect(unknown.error).toContain('serve');
  });

  test('migrates once', async () => {
    const empty = path.join(dataDirectory, 'empty');
    const first = await runCommand(['migrate', '--data-dir', empty, '--json']);
    expect([first.status, JSON.parse(first.out).applied.length > 0]).toEqual([0, true]);
    const second = await runCommand(['migrate', '--data-dir', empty, '--json']);
    expect(JSON.parse(second.out)).toEqual({ applied: [] });
  });

  test(
    'fills a trial instance with people who have lived there, and makes none among real ones',
    async () => {
      const trial = path.join(dataDirectory, 'trial');
      await fillDataFolder(trial);
      const fill = (people: number) =>
        runCommand(['demo', '--people', String(people), '--data-dir', trial, '--json']);
      const first = JSON.parse((await fill(30)).out);
      expect(first).toMatchObject({ people: 30, known: 0 });
      expect(first.applications).toBeGreaterThan(0);
      // A welcome, and what has come of it since.
      expect(first.notifications).toBeGreaterThan(45);
      expect(JSON.parse((await fill(33)).out)).toMatchObject({ people: 3, known: 30 });
      await runCommand(
        [
          'user',
          'create',
          '--email',
          'real@example.org',
          '--name',
          'Real',
          '--role',
          'operator',
          '--data-dir',
          trial,
        ],
        { input: 'a long enough password\n' },
      );
      const refused = await fill(40);
      expect([refused.status, refused.out]).toEqual([1, '']);
      expect(refused.error).toContain('real people');
    },
    patience,
  );

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

  test('answers a set line by line, and names the line that it cannot read', async () => {
    const set =
      '{"id":1,"title":"Nurse","company":"Acme","location":"Ulm"}\n\n{"id":"b","title":"Nurse","company":"ACME Ltd","location":"Ulm"}\n';
    const answered = await runCommand(['eval', 'clusters'], { input: set });
    const answers = z.array(z.looseObject({ id: z.unknown(), cluster: z.int() })).parse(
      answered.out
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    );
    expect([answered.status, answers.map(({ id }) => id)]).toEqual([0, [1, 'b']]);
    expect(answers[0]?.cluster).toBe(answers[1]?.cluster);
    const broken = await runCommand(['eval', 'clusters'], { input: '{"id":1,"title":"Nurse"}\n{"id":2}\n' });
    expect([broken.status, broken.error]).toEqual([
      1,
      expect.stringMatching(/^rolecall: Line 2: title[^\n]+\n$/),
    ]);
    const candidates = path.join(dataDirectory, 'candidates.jsonl');
    writeFileSync(candidates, '{"id":1,"title":"Roofer"}\n{"id":2,"title":"Nurse"}\n');
    const ranked = await runCommand(['eval', 'rank', '--candidates', candidates], {
      input: '{"id":"q","query":{"text":"Infirmière"}}\n',
    });
    expect([ranked.status, ranked.out]).toEqual([
      0,
      expect.stringMatching(
        /^\{"id":"q","ranking":\[\{"id":2,"score":0\.\d+\},\{"id":1,"score":[\d.]+\}\]\}\n$/,
      ),
    ]);
    const unknown = await runCommand(['eval', 'nothing']);
    expect([unknown.status, unknown.error]).toEqual([1, expect.stringContaining('clusters')]);
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
      environment: { SMTP_URL: 'smtp://127.0.0.1:1', REDIS_URL: 'redis://:hush-hush@127.0.0.1:1' },
    });
    expect(ill.status).toBe(1);
    expect(ill.out).toMatch(/e-mail by smtp +failed/);
    expect(ill.out).toMatch(/bus +failed/);
    expect(ill.out).not.toContain('hush-hush');
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
});
