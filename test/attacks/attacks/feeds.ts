import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { runCommand } from '../../support/server.ts';
import type { AttackedServer } from '../support/attacked-server.ts';
import { type Attack, call, fill } from './attack.ts';

let feeds = 0;
const longestRunMs = 120_000;

/** Adds a source of this document, runs it, and waits until the run has ended, which each has to. */
function feed(
  name: string,
  document: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Attack {
  return {
    name: `a feed of ${name}`,
    async run(attacked) {
      feeds += 1;
      const url = `/attack-${feeds}`;
      attacked.sites.answer(url, (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(document);
      });
      return runSource(attacked, url);
    },
  };
}

async function runSource(attacked: AttackedServer, url: string) {
  const source = {
    kind: 'job_posting',
    name: url,
    address: `${attacked.sites.origin}${url}`,
    schedule: null,
  };
  const created = await call(attacked, 'operator', 'POST', '/sources', source);
  const { id } = JSON.parse(created.body);
  const started = await call(attacked, 'operator', 'POST', `/sources/${id}/runs`);
  const deadline = Date.now() + longestRunMs;
  let status = 'running';
  while (status === 'running' && Date.now() < deadline) {
    await pause(100);
    const runs = await call(attacked, 'operator', 'GET', `/sources/${id}/runs`);
    status = JSON.parse(runs.body).items[0]?.status ?? 'running';
  }
  expect(['succeeded', 'failed']).toContain(status);
  return [created, started];
}

const page = (body: string) =>
  `<!doctype html><html><head><title>a</title></head><body>${body}</body></html>`;
const html = { 'content-type': 'text/html' };
const posting = (fields: object) => ({
  '@context': 'https://schema.org',
  '@type': 'JobPosting',
  title: 'Engineer',
  identifier: 'one',
  hiringOrganization: { name: 'Acme' },
  url: 'https://jobs.example/one',
  ...fields,
});
const described = (description: string) => JSON.stringify([posting({ description })]);
const script = '<script type="application/ld+json">';

export const feedAttacks: readonly Attack[] = [
  { ...feed('a page of nested <div>', page(fill('<div>', 900_000)), html), isLong: true },
  { ...feed('a page of nested <b><i>', page(fill('<b><i>', 900_000)), html), isLong: true },
  { ...feed('a page of nested tables', page(fill('<table><tr><td>', 900_000)), html), isLong: true },
  feed('a page of <a> that never end', page(fill('<a href=x>', 900_000)), html),
  feed('a page of <', fill('<', 900_000), html),
  feed('a page of attributes', page(`<p ${fill('a="b" ', 900_000)}>`), html),
  feed('a page of comments that never end', page(fill('<!--', 900_000)), html),
  feed('a page of entities', page(fill('&amp;&lt;&#x41;', 900_000)), html),
  feed('a page of 20,000 scripts', page(fill(`${script}{}</script>`, 900_000)), html),
  feed('a page of scripts that never end', page(fill(script, 900_000)), html),
  feed('nested lists', `${fill('[', 450_000)}${fill(']', 450_000)}`),
  feed('nested graphs', fill('{"@graph":', 900_000)),
  feed(
    'references that lead in a circle',
    JSON.stringify({
      '@graph': Array.from({ length: 9_000 }, (_, n) => ({
        '@id': `#${n}`,
        '@type': 'JobPosting',
        hiringOrganization: { '@id': `#${(n + 1) % 9_000}` },
      })),
    }),
  ),
  feed('a description of nested <div>', described(fill('<div>', 800_000))),
  feed('a description of nested lists', described(fill('<ul><li>', 800_000))),
  feed('a description of styles', described(`<p style="${fill('a:b;', 800_000)}">`)),
  feed('a description of <', described(fill('<', 800_000))),
  feed('a description of *a_', described(fill('*a_', 800_000))),
  feed('a description of spaces', described(fill(' ', 800_000))),
  feed('a description of words of skills', described(fill('react native node.js c++ ', 800_000))),
  feed(
    'a title of 800 KB',
    JSON.stringify([posting({ title: fill('Senior (m/w/d) - ', 800_000), description: 'a' })]),
  ),
  feed(
    'a place of 800 KB',
    JSON.stringify([posting({ description: 'a', jobLocation: { address: fill('Berlin, DE; ', 800_000) } })]),
  ),
  feed(
    'pay that is no pay',
    JSON.stringify([
      posting({ description: 'a', baseSalary: fill('1,', 400_000), salaryCurrency: fill('EUR', 300_000) }),
    ]),
  ),
  feed(
    'dates that are none',
    JSON.stringify([
      posting({ description: 'a', datePosted: fill('2026-', 300_000), validThrough: fill('12 ', 300_000) }),
    ]),
  ),
  feed(
    '5,000 postings',
    JSON.stringify(
      Array.from({ length: 5_000 }, (_, n) =>
        posting({
          identifier: `p${n}`,
          url: `https://jobs.example/${n}`,
          title: `Engineer ${n}`,
          description: 'We run it.',
        }),
      ),
    ),
  ),
  feed(
    '2,000 postings of one title',
    JSON.stringify(
      Array.from({ length: 2_000 }, (_, n) =>
        posting({
          identifier: `q${n}`,
          url: `https://jobs.example/q${n}`,
          title: 'Engineer',
          description: 'We run it all.',
        }),
      ),
    ),
  ),
  feed('comments and commas that are nearly JSON', fill('/*,*/', 900_000)),
  feed('ends of lines in texts', `[{"title":"${fill('\n', 900_000)}"}]`),
  feed('UTF-16', Buffer.from(described('a'), 'utf16le')),
  feed('NUL', '{"jobs":[\u0000]}'),
  feed('bytes that unpack to 200 MB', gzipSync(Buffer.alloc(200_000_000, 0x20)), {
    'content-encoding': 'gzip',
  }),
  {
    name: 'a feed that leads on to itself, one that never ends, and one that never begins',
    isLong: true,
    async run(attacked) {
      feeds += 1;
      const url = `/attack-${feeds}`;
      attacked.sites.answer(url, (_request, response) => response.writeHead(302, { location: url }).end());
      attacked.sites.answer(`${url}-endless`, (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const timer = setInterval(() => response.write(fill(' ', 200_000)), 5);
        response.on('close', () => clearInterval(timer));
      });
      attacked.sites.answer(`${url}-silent`, () => {});
      const runs = [url, `${url}-endless`, `${url}-silent`].map((one) => runSource(attacked, one));
      return (await Promise.all(runs)).flat();
    },
  },
];

/** Feeds that are only read from the hosts of their boards, or from files: by the command line, on the same database. */
const boards: Readonly<Record<string, (text: string) => object>> = {
  greenhouse: (text) => ({
    jobs: [
      {
        id: 1,
        title: 'A',
        absolute_url: 'https://a.example',
        content: text,
        location: { name: text.slice(0, 100_000) },
      },
    ],
  }),
  lever: (text) => [
    {
      id: '1',
      text: 'A',
      hostedUrl: 'https://a.example',
      description: text,
      lists: [{ text: 'a', content: text }],
      categories: { location: text.slice(0, 100_000) },
    },
  ],
  ashby: (text) => ({
    jobs: [
      {
        id: '1',
        title: 'A',
        jobUrl: 'https://a.example',
        descriptionHtml: text,
        location: text.slice(0, 100_000),
      },
    ],
  }),
  employer_dump: (text) => ({
    name: 'Acme',
    jobs: [
      { id: '1', title: 'A', url: 'https://a.example', description: text, location: text.slice(0, 100_000) },
    ],
  }),
  open_jobs: (text) => [
    {
      platform: 'a',
      company: 'b',
      jobId: 'c',
      title: text.slice(0, 300_000),
      applyUrl: 'https://a.example',
      locations: [text.slice(0, 100_000)],
    },
  ],
};

export const commandAttacks: readonly Attack[] = Object.entries(boards).map(([kind, documentOf]) => ({
  name: `files for the command line as ${kind}`,
  async run({ databaseUrl }) {
    const folder = mkdtempSync(path.join(tmpdir(), 'rolecall-attacks-'));
    try {
      for (const [n, text] of ['<div>', '*a_'].entries()) {
        const file = path.join(folder, `${n}.json`);
        writeFileSync(file, JSON.stringify(documentOf(fill(text, 400_000))));
        const { status, error } = await runCommand(['ingest', kind, file, '--name', `${kind} ${n}`], {
          environment: {
            ROLECALL_ENVIRONMENT: 'production',
            ROLECALL_SECRET: 'a secret of those who attack, of enough characters',
            DATABASE_URL: databaseUrl,
          },
        });
        // It reads the file, or says in a line why not.
        expect({ text, status, error }).toEqual({
          text,
          status: expect.toBeOneOf([0, 1]),
          error: expect.not.stringContaining('    at '),
        });
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return [];
  },
}));
