import { type SourceKind, sourceKinds } from '@rolecall/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isApplicationError } from '../../../platform/errors/index.ts';
import { adapters } from './adapters.ts';
import { readWords } from './feed.worker.ts';
import { collect } from './postings.ts';

const context = { sourceName: 'Acme', address: 'https://acme.example/careers/', isFirst: true };

function readAll(kind: SourceKind, document: unknown) {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  const { rows, incomplete } = adapters[kind].read(text, context);
  const feed = collect(rows, 1_000);
  return { feed, incomplete, postings: feed.postings.map((marked) => marked.posting) };
}

const xml = (name: string, rows: readonly unknown[]): string =>
  rows
    .map((row) => {
      const fields = typeof row === 'object' && row !== null ? Object.entries(row) : [];
      const text = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
      const content = fields.map(([field, value]) => {
        const tag = field.replace(/[^a-zA-Z:]/g, '') || 'x';
        return `<${tag}>${text(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${tag}>`;
      });
      return `<${name}>${content.join('')}</${name}>`;
    })
    .join('');

interface Shape {
  wrap(rows: readonly unknown[]): unknown;
  readonly row: Record<string, unknown>;
  /** The field of the title; `title` unless told. */
  readonly title?: string;
}

/** What each kind holds its rows in, and a good row of it. */
const shapes: Readonly<Record<SourceKind, Shape>> = {
  greenhouse: {
    wrap: (jobs) => ({ jobs }),
    row: {
      id: 1,
      title: 'Cook',
      absolute_url: 'https://boards.greenhouse.io/acme/jobs/1',
      content: '&lt;p&gt;Hi&lt;/p&gt;',
    },
  },
  lever: {
    wrap: (rows) => rows,
    row: { id: 'a', text: 'Cook', hostedUrl: 'https://jobs.lever.co/acme/a', description: '<p>Hi</p>' },
    title: 'text',
  },
  ashby: {
    wrap: (jobs) => ({ jobs }),
    row: { id: 'a', title: 'Cook', jobUrl: 'https://jobs.ashbyhq.com/acme/a', descriptionHtml: '<p>Hi</p>' },
  },
  smartrecruiters: {
    wrap: (content) => ({ content, totalFound: content.length, offset: 0, limit: 100 }),
    row: { id: '1', name: 'Cook', company: { identifier: 'Acme', name: 'Acme' } },
    title: 'name',
  },
  workable: {
    wrap: (jobs) => ({ name: 'Acme', jobs }),
    row: { shortcode: 'A1', title: 'Cook', url: 'https://apply.workable.com/j/A1', description: '<p>Hi</p>' },
  },
  recruitee: {
    wrap: (offers) => ({ offers }),
    row: { id: 1, title: 'Cook', careers_url: 'https://acme.recruitee.com/o/cook', description: '<p>Hi</p>' },
  },
  personio: {
    wrap: (rows) => `<workzag-jobs>${xml('position', rows)}</workzag-jobs>`,
    row: { id: '1', name: 'Cook', office: 'Berlin' },
    title: 'name',
  },
  teamtailor: {
    wrap: (rows) => `<rss><channel>${xml('item', rows)}</channel></rss>`,
    row: { guid: 'g-1', title: 'Cook', link: 'https://acme.teamtailor.com/jobs/1', description: '<p>Hi</p>' },
  },
  adzuna: {
    wrap: (results) => ({ count: results.length, results }),
    row: {
      id: '1',
      title: 'Cook',
      company: { display_name: 'Acme' },
      redirect_url: 'https://www.adzuna.co.uk/land/ad/1?se=x',
      description: 'Hi',
    },
  },
  remotive: {
    wrap: (jobs) => ({ 'job-count': jobs.length, jobs }),
    row: { id: 1, title: 'Cook', company_name: 'Acme', url: 'https://remotive.com/remote-jobs/1' },
  },
  remoteok: {
    wrap: (rows) => [{ legal: 'Link back, please.' }, ...rows],
    row: { id: '1', position: 'Cook', company: 'Acme', url: 'https://remoteok.com/remote-jobs/1' },
    title: 'position',
  },
  arbeitnow: {
    wrap: (data) => ({ data, links: { next: null } }),
    row: {
      slug: 'cook-1',
      title: 'Cook',
      company_name: 'Acme',
      url: 'https://www.arbeitnow.com/jobs/cook-1',
    },
  },
  hacker_news: {
    wrap: (children) => ({ children }),
    row: { id: 1, text: 'Acme | Cook | Berlin<p>Hi', created_at: '2026-08-10T09:00:00Z' },
    title: 'text',
  },
  rss: {
    wrap: (rows) => `<rss><channel>${xml('item', rows)}</channel></rss>`,
    row: { guid: 'g-1', title: 'Cook', link: 'https://acme.example/jobs/1', description: '<p>Hi</p>' },
  },
  job_posting: {
    wrap: (rows) => ({
      '@graph': rows.map((row) => (typeof row === 'object' ? { '@type': 'JobPosting', ...row } : row)),
    }),
    row: { title: 'Cook', url: 'https://acme.example/1', description: '<p>Hi</p>' },
  },
  employer_dump: {
    wrap: (jobs) => ({ name: 'Acme', jobs }),
    row: { id: 1, title: 'Cook', url: 'https://acme.example/1', description: 'Hi' },
  },
  open_jobs: {
    wrap: (rows) => rows,
    row: { company: 'Acme', platform: 'x', jobId: '1', title: 'Cook', applyUrl: 'https://acme.example/1' },
  },
};

describe.each(sourceKinds)('the adapter of %s', (kind) => {
  const { wrap, row, title = 'title' } = shapes[kind];

  it('reads a posting', () => {
    const { postings, feed } = readAll(kind, wrap([row]));
    expect(feed.skipped).toEqual([]);
    expect(postings).toMatchObject([{ title: 'Cook', companyName: 'Acme', pay: null }]);
  });

  it('is pure: the same document gives the same hashes', () => {
    const marks = () => readAll(kind, wrap([row])).feed.postings.map((marked) => marked.contentHash);
    expect(marks()).toEqual(marks());
  });

  it('skips what has no title or no usable link, and still knows that it is there', () => {
    const { feed } = readAll(kind, wrap([{ ...row, [title]: ' ' }, 17, null]));
    expect(feed.skipped[0]).toMatchObject({ row: 0, reason: 'no_title' });
    expect(feed.present).toHaveLength(1);
    expect(feed.rows).toBe(feed.skipped.length);
  });

  it('refuses a document that is something else', () => {
    for (const document of ['', '{', 'null', '"text"', '{"error":"no such board"}']) {
      expect(() => readAll(kind, document)).toThrow(expect.objectContaining({ code: 'source_unreadable' }));
    }
  });

  it('survives every document: each row is a posting or a skip', () => {
    const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: 'binary', maxLength: 20 }));
    const faulty = fc.dictionary(
      fc.constantFrom(...Object.keys(row), 'location', 'offices', 'baseSalary'),
      value,
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string({ unit: 'binary' }).map((text) => `<html>${text}`),
          fc
            .array(
              fc.oneof(
                value,
                faulty,
                faulty.map((fields) => ({ ...row, ...fields })),
              ),
            )
            .map(wrap),
        ),
        (document) => {
          try {
            const { feed } = readAll(kind, document);
            expect(feed.rows).toBe(feed.postings.length + feed.skipped.length);
            for (const { posting } of feed.postings)
              readWords({ title: posting.title, text: posting.description.content });
          } catch (error) {
            if (!isApplicationError(error, 'source_unreadable')) throw error;
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('faults of feeds', () => {
  it('the same id twice is one posting with the places of both', () => {
    const row = shapes.open_jobs.row;
    const { feed, postings } = readAll('open_jobs', [
      { ...row, locations: ['Berlin'] },
      { ...row, locations: ['Bonn', 'Berlin'] },
    ]);
    expect(postings).toMatchObject([{ places: ['Berlin', 'Bonn'] }]);
    expect(feed.skipped).toMatchObject([{ row: 1, reason: 'duplicate' }]);
  });

  it.each([
    'https://x.exampleundefined',
    'https://x.example/undefined/',
    'https://x.example/?id=null',
    'javascript:alert(1)',
    'JAVA\tSCRIPT:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript&colon;alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://x.example/1',
    'view-source:https://x.example',
    '',
  ])('the link %j is not usable', (applyUrl) => {
    const { feed } = readAll('open_jobs', [{ ...shapes.open_jobs.row, applyUrl }]);
    expect(feed.skipped).toMatchObject([{ reason: 'bad_url' }]);
  });

  it('a feed without an end is cut, and says so', () => {
    const { rows } = adapters.open_jobs.read(
      JSON.stringify(
        Array.from({ length: 5 }, (_, index) => ({ ...shapes.open_jobs.row, jobId: `${index}` })),
      ),
      context,
    );
    expect(collect(rows, 3)).toMatchObject({ rows: 3, cut: true });
  });
});

describe('Greenhouse', () => {
  const row = shapes.greenhouse.row;

  it('has the city in an office when the location is a way of working', () => {
    const { postings } = readAll('greenhouse', {
      jobs: [{ ...row, location: { name: 'Hybrid' }, offices: [{ name: 'HQ', location: 'Paris, France' }] }],
    });
    expect(postings).toMatchObject([{ places: ['Paris, France'], workplace: 'hybrid' }]);
  });

  it('tells by its total that the list was cut', () => {
    expect(readAll('greenhouse', { jobs: [row], meta: { total: 167 } }).incomplete).toContain('167');
    expect(readAll('greenhouse', { jobs: [row], meta: { total: 1 } }).incomplete).toBeNull();
  });

  it('states pay in cents', () => {
    const range = { min_cents: 9_000_000, max_cents: 12_000_000, currency_type: 'USD', title: 'Salary' };
    expect(readAll('greenhouse', { jobs: [{ ...row, pay_input_ranges: [range] }] }).postings).toMatchObject([
      { pay: { minimum: 90_000, maximum: 120_000, currency: 'USD', period: 'year' } },
    ]);
  });
});

describe('Lever', () => {
  it('has pay, lists and milliseconds', () => {
    const [posting] = readAll('lever', [
      {
        ...shapes.lever.row,
        createdAt: 1_786_356_127_123,
        lists: [{ text: 'You & we', content: '<li>one</li>' }],
        salaryRange: { min: 150_000, max: 180_000, currency: 'USD', interval: 'per-year-salary' },
        workplaceType: 'on-site',
      },
    ]).postings;
    expect(posting).toMatchObject({
      pay: { minimum: 150_000, maximum: 180_000, currency: 'USD', period: 'year' },
      workplace: 'on_site',
      publishedAt: new Date('2026-08-10T10:02:07.123Z'),
    });
    expect(posting?.description.content).toContain('<h3>You &amp; we</h3><ul><li>one</li></ul>');
  });

  it('is asked where the site is', () => {
    expect(adapters.lever.url('acme')).toBe('https://api.lever.co/v0/postings/acme?mode=json');
    expect(adapters.lever.url('eu:acme')).toBe('https://api.eu.lever.co/v0/postings/acme?mode=json');
    expect(adapters.lever.isAddress('eu:../x')).toBe(false);
  });
});

describe('Ashby', () => {
  const component = {
    compensationType: 'Salary',
    interval: '1 YEAR',
    currencyCode: 'EUR',
    minValue: 70_000,
    maxValue: 90_000,
  };
  const compensation = { summaryComponents: [{ compensationType: 'EquityPercentage' }, component] };

  it('leaves out what is not listed, so that it vanishes', () => {
    const { feed } = readAll('ashby', { jobs: [{ ...shapes.ashby.row, isListed: false }] });
    expect(feed).toMatchObject({ skipped: [{ reason: 'unlisted' }], present: [] });
  });

  it('states pay unless the employer hides it', () => {
    const read = (shown: boolean) =>
      readAll('ashby', {
        jobs: [{ ...shapes.ashby.row, compensation, shouldDisplayCompensationOnJobPostings: shown }],
      }).postings[0]?.pay;
    expect(read(true)).toEqual({ minimum: 70_000, maximum: 90_000, currency: 'EUR', period: 'year' });
    expect(read(false)).toBeNull();
  });
});

describe('JobPosting', () => {
  const posting = {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: 'Cook',
    identifier: { '@type': 'PropertyValue', name: 'Acme', value: 'C-1' },
    url: '/jobs/1',
    hiringOrganization: { '@type': 'Organization', name: 'Acme Foods' },
    jobLocation: [{ address: { addressLocality: 'Berlin', addressCountry: { name: 'DE' } } }, 'Bonn'],
    baseSalary: { currency: 'EUR', value: { minValue: 20, maxValue: '25', unitText: 'HOUR' } },
    estimatedSalary: { currency: 'EUR', value: { minValue: 90_000, unitText: 'YEAR' } },
    employmentType: ['PART_TIME', 'FULL_TIME'],
    datePosted: '2026-08-10',
    validThrough: '2026-09-30',
    skills: 'Cooking, Baking',
    description: '&lt;p&gt;Cook&lt;/p&gt;',
  };
  const script = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
  const expected = {
    externalId: 'C-1',
    companyName: 'Acme Foods',
    applyUrl: 'https://acme.example/jobs/1',
    places: ['Berlin, DE', 'Bonn'],
    pay: { minimum: 20, maximum: 25, currency: 'EUR', period: 'hour' },
    employmentType: 'part_time',
    deadlineAt: new Date('2026-09-30T23:59:59.999Z'),
    skills: ['Cooking', 'Baking'],
  };

  it.each([
    ['a list', JSON.stringify([posting])],
    ['jobs', JSON.stringify({ jobs: [{ ...posting, '@type': undefined }] })],
    ['a graph', JSON.stringify({ '@graph': [{ '@type': 'WebSite' }, posting] })],
    ['one alone', JSON.stringify(posting)],
    [
      'a page',
      `<!doctype html><html><head>${script({ '@type': 'BreadcrumbList' })}${script(posting)}</head></html>`,
    ],
    [
      'a list in a page',
      `<html>${script({ '@type': 'ItemList', itemListElement: [{ item: posting }] })}</html>`,
    ],
  ])('is read from %s', (_where, document) => {
    expect(readAll('job_posting', document)).toMatchObject({ postings: [expected], incomplete: null });
  });

  it('never takes an estimate for pay', () => {
    const { baseSalary: _stated, ...guessed } = posting;
    expect(readAll('job_posting', guessed).postings).toMatchObject([{ pay: null }]);
  });

  it('is remote by its location type, and from where by its requirements', () => {
    const remote = {
      ...posting,
      jobLocation: undefined,
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: { '@type': 'Country', name: 'Germany' },
    };
    expect(readAll('job_posting', remote).postings).toMatchObject([
      { places: ['Germany'], workplace: 'remote' },
    ]);
  });

  it('counts a broken script of a page and takes the page for incomplete', () => {
    const page = `<html><script type="application/ld+json">{"@type": </script>${script(posting)}</html>`;
    const { feed, incomplete } = readAll('job_posting', page);
    expect(feed).toMatchObject({ rows: 2, skipped: [{ reason: 'invalid' }] });
    expect(incomplete).toContain('1 scripts');
  });

  it('refuses a page without any', () => {
    expect(() => readAll('job_posting', '<html></html>')).toThrow(
      expect.objectContaining({ code: 'source_unreadable' }),
    );
  });
});

describe('RSS and Atom', () => {
  const item = (title: string, number: number) =>
    `<item><title>${title}</title><link>https://board.example/${number}</link></item>`;
  const feed = (...titles: string[]) =>
    `<rss><channel>${titles.map((title, number) => item(title, number)).join('')}</channel></rss>`;

  it('have the employer in the title where all titles have one', () => {
    expect(readAll('rss', feed('Acme: Cook', 'Bolt: Smith: Steel', 'Cafe: Waiter')).postings).toMatchObject([
      { title: 'Cook', companyName: 'Acme' },
      { title: 'Smith: Steel', companyName: 'Bolt' },
      { title: 'Waiter', companyName: 'Cafe' },
    ]);
    expect(
      readAll('rss', feed('Cook at Acme', 'Head of Art at Bolt', 'Waiter at Cafe')).postings,
    ).toMatchObject([
      { title: 'Cook', companyName: 'Acme' },
      { title: 'Head of Art', companyName: 'Bolt' },
      { title: 'Waiter', companyName: 'Cafe' },
    ]);
    expect(readAll('rss', feed('Engineer: Platform', 'Cook', 'Waiter')).postings[0]).toMatchObject({
      title: 'Engineer: Platform',
      companyName: 'Acme',
    });
  });

  it('are read in each of their forms', () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>tag:1</id><title>Cook &amp;amp; Baker</title>
      <link rel="self" href="https://board.example/self"/><link href="/jobs/1"/>
      <published>2026-08-10T09:00:00Z</published><summary type="html">&lt;p&gt;Hi&lt;/p&gt;</summary></entry></feed>`;
    expect(readAll('rss', atom).postings).toMatchObject([
      {
        externalId: 'tag:1',
        title: 'Cook & Baker',
        applyUrl: 'https://acme.example/jobs/1',
        publishedAt: new Date('2026-08-10T09:00:00Z'),
        description: { content: '<p>Hi</p>' },
      },
    ]);
    const rdf = `<rdf:RDF><channel/>${item('Cook', 1)}</rdf:RDF>`;
    expect(readAll('rss', rdf).postings).toMatchObject([{ title: 'Cook' }]);
    expect(() => readAll('rss', '<html><item><title>Cook</title></item></html>')).toThrow('no feed');
  });
});

describe('XML', () => {
  it('has no entities but its own, so that none can grow or read a file', () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "Cook"><!ENTITY b SYSTEM "file:///etc/passwd">]><rss><channel><item>
      <title>&a; &b; &amp; Baker</title><link>https://board.example/1</link></item></channel></rss>`;
    expect(readAll('rss', bomb).postings).toMatchObject([{ title: '&a; &b; & Baker' }]);
  });

  it('in Personio has names inside of the texts, which are not the name of the position', () => {
    const { postings } = readAll(
      'personio',
      `<workzag-jobs><position><jobDescriptions><jobDescription><name>Your tasks</name><value><![CDATA[<p>Cook & bake</p>]]></value>
      </jobDescription></jobDescriptions><id>7</id><name>Cook</name><office>Berlin</office>
      <additionalOffices><office>Ulm</office></additionalOffices><employmentType>permanent</employmentType><schedule>part-time</schedule>
      </position></workzag-jobs>`,
    );
    expect(postings).toMatchObject([
      {
        title: 'Cook',
        applyUrl: 'https://acme.example/job/7',
        places: ['Berlin', 'Ulm'],
        employmentType: 'part_time',
        description: { content: '<h3>Your tasks</h3>\n<p>Cook & bake</p>' },
      },
    ]);
  });
});

describe('SmartRecruiters', () => {
  it('goes on where a page ends, and says when one is missing', () => {
    const address = 'https://api.smartrecruiters.com/v1/companies/Acme/postings?limit=100&offset=0';
    const page = (content: readonly unknown[], offset: number) =>
      adapters.smartrecruiters.read(JSON.stringify({ content, offset, limit: 100, totalFound: 150 }), {
        ...context,
        address,
      });
    const row = shapes.smartrecruiters.row;
    expect(page([row, row], 0).more).toEqual([
      'https://api.smartrecruiters.com/v1/companies/Acme/postings?limit=100&offset=2',
    ]);
    expect(page([], 100)).toMatchObject({ more: [], incomplete: expect.stringContaining('150') });
    expect([...page([row], 0).rows]).toMatchObject([
      { detail: 'https://api.smartrecruiters.com/v1/companies/Acme/postings/1' },
    ]);
  });
});

describe('a link to a board', () => {
  it.each([
    ['greenhouse', 'https://boards.greenhouse.io/acme/jobs/1?gh_jid=1', 'acme'],
    ['greenhouse', 'https://job-boards.eu.greenhouse.io/acme', 'acme'],
    ['greenhouse', 'https://boards.greenhouse.io/embed/job_board?for=acme', 'acme'],
    ['greenhouse', 'https://boards-api.greenhouse.io/v1/boards/acme/jobs', 'acme'],
    ['lever', 'https://jobs.lever.co/acme/0a1b/apply', 'acme'],
    ['lever', 'https://jobs.eu.lever.co/acme', 'eu:acme'],
    ['lever', 'https://api.lever.co/v0/postings/acme?mode=json', 'acme'],
    ['ashby', 'https://jobs.ashbyhq.com/acme/1', 'acme'],
    ['ashby', 'https://api.ashbyhq.com/posting-api/job-board/acme', 'acme'],
    ['smartrecruiters', 'https://jobs.smartrecruiters.com/AcmeInc/7440-cook', 'AcmeInc'],
    ['smartrecruiters', 'https://api.smartrecruiters.com/v1/companies/AcmeInc/postings', 'AcmeInc'],
    ['workable', 'https://apply.workable.com/acme/j/A1/', 'acme'],
    ['workable', 'https://apply.workable.com/j/A1', null],
    ['workable', 'https://acme.workable.com/jobs', 'acme'],
    ['workable', 'https://www.workable.com/', null],
    ['recruitee', 'https://acme.recruitee.com/o/cook', 'acme'],
    ['personio', 'https://acme.jobs.personio.de/job/1', 'acme'],
    ['personio', 'https://acme.jobs.personio.com/', 'com:acme'],
    ['teamtailor', 'https://acme.na.teamtailor.com/jobs', 'acme.na'],
    ['teamtailor', 'https://www.teamtailor.com/', null],
    ['rss', 'https://acme.example/jobs.rss', 'https://acme.example/jobs.rss'],
  ] as const)('%s knows %s', (kind, link, address) => {
    expect(adapters[kind].recognize(new URL(link))).toBe(address);
    if (address !== null) expect(adapters[kind].isAddress(address)).toBe(true);
  });
});
