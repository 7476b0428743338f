import { text } from 'node:stream/consumers';
import type { Instance } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { instance } from '../../../testing/http-edge.ts';
import { createTestJobs } from '../../../testing/jobs.ts';
import type { ImportedPosting } from '../jobs/index.ts';
import { createMarks } from '../marks/index.ts';
import { createSearch } from '../search/index.ts';
import { createAddresses } from './addresses.ts';
import { createPublicPages, type PublicPages } from './public-pages.ts';
import { createSitemap } from './sitemap.ts';

const publicUrl = 'https://jobs.example.org';
const hostile = '</script><script>alert(1)</script>"\'&<!--';

const posting = (externalId: string, change: Partial<ImportedPosting> = {}): ImportedPosting => ({
  externalId,
  title: `Job ${externalId}`,
  companyName: 'Siemens AG',
  description: { html: '<p>Work with us.</p>', text: 'Work with us.' },
  department: null,
  places: ['Lyon, France'],
  workplace: 'on_site',
  employmentType: 'full_time',
  seniority: null,
  skills: [],
  pay: null,
  applyUrl: 'https://example.org/',
  publishedAt: new Date('2026-08-31T10:00:00Z'),
  deadlineAt: null,
  revisedAt: null,
  contentHash: '1',
  flags: [],
  ...change,
});

/** How each stands, by a change of its row after it was imported. */
const standings = {
  open: ['advertised', {}],
  cleared: ['advertised', { review: 'cleared' }],
  'with a deadline': ['advertised', { deadline_at: new Date('2026-09-02T00:00:00Z') }],
  'behind its deadline': ['closed', { deadline_at: new Date('2026-09-01T12:00:00Z') }],
  closed: ['closed', { status: 'closed' }],
  flagged: ['shown', { review: 'flagged' }],
  quiet: ['shown', { hold: 'quiet' }],
  'of an unverified company': ['shown', { company_trust: 'unverified' }],
  hidden: ['missing', { hold: 'hidden', review: 'hidden' }],
} as const;

describeEachDatabase('public pages', (open) => {
  const clock = new FakeClock('2026-09-01T12:00:00Z');
  const ids = new Map<string, string>();
  let database: Database;
  let pages: PublicPages;
  let make: (searchEngines: boolean) => PublicPages;

  beforeAll(async () => {
    database = await open();
    const sourceId = uuidv7();
    const now = clock.now();
    const source = { id: sourceId, kind: 'lever', name: 'x', address: 'x', time_zone: 'UTC' } as const;
    await database.query
      .insertInto('sources')
      .values({ ...source, enabled: true, consecutive_failures: 0, created_at: now, updated_at: now })
      .execute();
    const jobs = createTestJobs(database, clock);
    await database.transaction((tx) =>
      jobs.importPostings(tx, sourceId, [
        ...Object.keys(standings).map((name) => posting(name)),
        posting('hostile', { title: hostile, companyName: hostile, skills: [hostile] }),
      ]),
    );
    for (const { id, external_id } of await database.query
      .selectFrom('jobs')
      .select(['id', 'external_id'])
      .execute()) {
      ids.set(external_id ?? '', id);
    }
    for (const [name, [, change]] of Object.entries(standings)) {
      const id = idOf(name);
      if (Object.keys(change).length > 0)
        await database.query.updateTable('jobs').set(change).where('id', '=', id).execute();
    }
    const searchIndex = { ask: async () => null };
    const search = createSearch({ database, clock, marks: createMarks({ database, clock }), searchIndex });
    make = (searchEngines) => createPublicPages({ database, clock, jobs, search, publicUrl, searchEngines });
    pages = make(true);
  });

  const idOf = (name: string) => ids.get(name) ?? '';
  const ask = (query = '', languages?: string) => ({
    query: new URLSearchParams(query),
    languages,
    instance: instance satisfies Instance,
  });
  const jobPage = (name: string, query = '') => pages.job(idOf(name), ask(query));
  const advertised = () =>
    Object.entries(standings)
      .filter(([, [standing]]) => standing === 'advertised')
      .map(([name]) => idOf(name));

  test.each(Object.entries(standings).map(([name, [standing]]) => [name, standing] as const))(
    'a job that is %s is %s',
    async (name, standing) => {
      const { status, head, body } = await jobPage(name);
      expect(status).toBe({ advertised: 200, shown: 200, closed: 410, missing: 404 }[standing]);
      expect(head.markup.includes('application/ld+json')).toBe(standing === 'advertised');
      expect(head.markup.includes('content="noindex"')).toBe(standing !== 'advertised');
      if (standing === 'missing') expect(body.markup).not.toContain('Work with us');
      if (standing === 'closed') expect(body.markup).toContain('Find similar jobs');
    },
  );

  test('a closed posting leads to the open one of its vacancy, and is gone with the last one', async () => {
    const cluster = idOf('open');
    const join = (name: string, cluster_id: string) =>
      database.query.updateTable('jobs').set({ cluster_id }).where('id', '=', idOf(name)).execute();
    await join('closed', cluster);
    await join('behind its deadline', cluster);
    const { status, head, body } = await jobPage('closed');
    expect(status).toBe(200);
    expect(head.markup).toContain(`<link rel="canonical" href="${publicUrl}/jobs/${cluster}"`);
    expect(head.markup).not.toContain('noindex');
    expect(head.markup).not.toContain('application/ld+json');
    expect(body.markup).toContain('This job is closed');
    expect(body.markup).toContain(`href="/jobs/${cluster}"`);
    await join('closed', idOf('closed'));
    await join('behind its deadline', idOf('closed'));
    // The other one takes no applications either.
    expect((await jobPage('closed')).status).toBe(410);
    await join('behind its deadline', idOf('behind its deadline'));
  });

  test('the sitemap has what is advertised and nothing else, in parts, and changes its tag with it', async () => {
    const sitemap = createSitemap({ database, clock }, createAddresses(publicUrl), 2);
    const index = await text((await sitemap.index()).content);
    const names = [...index.matchAll(/sitemaps\/([\w-]+)\.xml/g)].map(([, name]) => name ?? '');
    expect(names).toEqual(['pages', 'jobs-1', 'jobs-2', 'companies-1']);
    const found: string[] = [];
    for (const name of ['jobs-1', 'jobs-2']) {
      const part = await sitemap.part(name);
      const xml = part === null ? '' : await text(part.content);
      found.push(
        ...[...xml.matchAll(/<loc>https:\/\/jobs\.example\.org\/jobs\/(.+?)<\/loc>/g)].map(
          ([, id]) => id ?? '',
        ),
      );
    }
    expect(found).toEqual([...advertised(), idOf('hostile')].toSorted());
    for (const name of ['jobs-3', 'jobs-0', 'jobs', 'constructor-1'])
      expect(await sitemap.part(name)).toBeNull();

    const before = (await sitemap.part('jobs-1'))?.tag;
    await database.query
      .updateTable('jobs')
      .set({ status: 'closed' })
      .where('id', '=', idOf('open'))
      .execute();
    clock.advance(60_000);
    expect((await sitemap.part('jobs-1'))?.tag).not.toBe(before);
    await database.query.updateTable('jobs').set({ status: 'open' }).where('id', '=', idOf('open')).execute();
    clock.advance(60_000);
    expect((await sitemap.part('jobs-1'))?.tag).toBe(before);
  });

  test('a feed has the newest jobs that are advertised, under the public address', async () => {
    const feed = await pages.feed(ask('q=job&lang=de'));
    const told = [...feed.matchAll(/<id>urn:uuid:(.+?)<\/id>/g)].map(([, id]) => id);
    expect(told.toSorted()).toEqual(advertised().toSorted());
    expect(feed).toContain('xml:lang="de"');
    expect(feed).toContain('href="https://jobs.example.org/jobs.atom?q=job&amp;lang=de"');
    expect(await pages.feed(ask('q=job&lang=de'))).toBe(feed);
    expect(await pages.feed(ask('q=nobodyneedsthis'))).toContain(
      '<updated>1970-01-01T00:00:00.000Z</updated>',
    );
  });

  test('what somebody has written is nowhere markup', async () => {
    const company = (
      await database.query
        .selectFrom('jobs')
        .select('company_id')
        .where('id', '=', idOf('hostile'))
        .executeTakeFirstOrThrow()
    ).company_id;
    const query = `q=${encodeURIComponent(hostile)}&place=${encodeURIComponent(hostile)}`;
    const hostilePage = await jobPage('hostile');
    expect(hostilePage.head.markup).toContain('"title":"\\u003c/script\\u003e');
    const all = [
      hostilePage,
      await pages.company(company, ask()),
      await pages.search(ask(query)),
      await pages.search(ask('sort=newest')),
    ];
    for (const { title, head, body } of all) {
      expect(`${head.markup}${body.markup}`).not.toContain('<script>alert');
      expect(title).not.toBe('');
    }
    const feed = await pages.feed(ask('sort=newest'));
    expect(feed).toContain('&lt;/script&gt;&lt;script&gt;');
    expect(feed).not.toContain('<script');
  });

  test('a search keeps what fits of an address, and only the plain list is for search engines', async () => {
    const plain = await pages.search(ask('lang=fr'));
    expect(plain.locale).toBe('fr');
    expect(plain.head.markup).toContain('<link rel="canonical" href="https://jobs.example.org/jobs?lang=fr"');
    expect(plain.head.markup).toContain('hreflang="x-default" href="https://jobs.example.org/jobs"');
    const asked = await pages.search(
      ask('workplace=on_site&workplace=moon&pay_minimum=much&cursor=nonsense&q=job'),
    );
    expect(asked.head.markup).toContain('content="noindex"');
    expect(asked.head.markup).toContain('href="https://jobs.example.org/jobs?q=job&amp;workplace=on_site"');
    expect(asked.answers.map(({ path }) => path)).toContain('/api/v1/jobs/facets?q=job&workplace=on_site');
    expect(asked.body.markup).toContain('Job open');
  });

  test('the language is asked for, or accepted, or English', async () => {
    const localeOf = async (query: string, languages?: string) =>
      (await pages.home(ask(query, languages))).locale;
    expect(await localeOf('lang=es', 'de')).toBe('es');
    expect(await localeOf('lang=xx', 'it, fr-CA;q=0.4, de-AT;q=0.8, es;q=0')).toBe('de');
    expect(await localeOf('', `${'q,'.repeat(100_000)}de`)).toBe('en');
    expect((await jobPage('open', 'lang=de')).head.markup).toContain(
      `<link rel="canonical" href="https://jobs.example.org/jobs/${idOf('open')}"`,
    );
  });

  test('a private instance tells search engines to stay away', async () => {
    const closed = make(false);
    expect(closed.sitemap).toBeNull();
    expect(closed.robots()).toBe('User-agent: *\nDisallow: /\n');
    const { head, status } = await closed.job(idOf('open'), ask());
    expect(status).toBe(200);
    expect(head.markup).toContain('content="noindex"');
    expect(head.markup).not.toContain('application/ld+json');
  });

  test('nobody sees a job or a company that is not there', async () => {
    for (const id of ['', '%00', uuidv7(), 'constructor']) {
      expect((await pages.job(id, ask())).status).toBe(404);
      expect((await pages.company(id, ask())).status).toBe(404);
    }
  });
});
