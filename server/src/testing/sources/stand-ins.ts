import type { SourceInput } from '@rolecall/contract';
import type { LocalBoards } from './boards.ts';

/** The fields of a row as the other side documents them; of XML each value is the content of an element. */
export type Row = Readonly<Record<string, unknown>>;

interface Document {
  readonly path: string;
  readonly body: string;
}

/** The other side of one kind of source, with the answers that it documents. */
export interface StandIn {
  /** What an operator enters; `origin` is the one of the local server. */
  address(origin: string): string;
  /** Whose documents they are; null: they are on a site of the local server itself. */
  readonly host: string | null;
  /** Of the first document. */
  readonly path: string;
  readonly type: string;
  /** A documented row; rows of different numbers are different jobs. */
  row(number: number): Row;
  /** The field with the title. */
  readonly title: string;
  /** The fields that say where a job is, when that is in a country of this name. */
  inCountry(country: string): Row;
  /** All documents that say these rows, the first one first. */
  documents(rows: readonly Row[]): readonly Document[];
}

type FetchedKind = SourceInput['kind'];

const xml = (fields: Row): string =>
  Object.entries(fields)
    .map(([name, value]) => `<${name}>${typeof value === 'string' ? value : xmlText(value)}</${name}>`)
    .join('');
const xmlText = (value: unknown): string =>
  (JSON.stringify(value) ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** One document with all rows. */
const single = (path: string, wrap: (rows: readonly Row[]) => unknown) => (rows: readonly Row[]) => {
  const document = wrap(rows);
  return [{ path, body: typeof document === 'string' ? document : JSON.stringify(document) }];
};

const adzunaPage = (page: number) =>
  `/v1/api/jobs/gb/search/${page}?what=cook&results_per_page=50&sort_by=date`;
const arbeitnowPage = (page: number) => `/api/job-board-api?page=${page}`;
const smartRecruitersPage = (offset: number) => `/v1/companies/Acme/postings?limit=100&offset=${offset}`;

export const standIns: Readonly<Record<FetchedKind, StandIn>> = {
  greenhouse: {
    address: () => 'acme',
    host: 'boards-api.greenhouse.io',
    path: '/v1/boards/acme/jobs?content=true',
    type: 'application/json; charset=utf-8',
    row: (number) => ({
      id: number,
      title: `Cook ${number}`,
      absolute_url: `https://boards.greenhouse.io/acme/jobs/${number}`,
      content: '&lt;p&gt;Kitchen&lt;/p&gt;',
      location: { name: 'Berlin' },
      offices: [],
      departments: [{ name: 'Food' }],
      first_published: '2026-08-10T09:19:03-04:00',
    }),
    title: 'title',
    inCountry: (country) => ({ location: { name: `Port, ${country}` } }),
    documents: single('/v1/boards/acme/jobs?content=true', (jobs) => ({
      jobs,
      meta: { total: jobs.length },
    })),
  },
  lever: {
    address: () => 'eu:acme',
    host: 'api.eu.lever.co',
    path: '/v0/postings/acme?mode=json',
    type: 'application/json',
    row: (number) => ({
      id: `l-${number}`,
      text: `Cook ${number}`,
      hostedUrl: `https://jobs.eu.lever.co/acme/l-${number}`,
      categories: { location: 'Berlin', commitment: 'Full-time', team: 'Food' },
      description: '<p>Kitchen</p>',
      lists: [],
      createdAt: 1_786_356_127_123,
    }),
    title: 'text',
    inCountry: (country) => ({ categories: { location: `Port, ${country}` }, country }),
    documents: single('/v0/postings/acme?mode=json', (rows) => rows),
  },
  ashby: {
    address: () => 'acme',
    host: 'api.ashbyhq.com',
    path: '/posting-api/job-board/acme?includeCompensation=true',
    type: 'application/json',
    row: (number) => ({
      id: `a-${number}`,
      title: `Cook ${number}`,
      location: 'Berlin',
      secondaryLocations: [],
      jobUrl: `https://jobs.ashbyhq.com/acme/a-${number}`,
      descriptionHtml: '<p>Kitchen</p>',
      isListed: true,
      publishedAt: '2026-08-10T09:19:03Z',
    }),
    title: 'title',
    inCountry: (country) => ({ location: `Port, ${country}` }),
    documents: single('/posting-api/job-board/acme?includeCompensation=true', (jobs) => ({
      apiVersion: '1',
      jobs,
    })),
  },
  smartrecruiters: {
    address: () => 'Acme',
    host: 'api.smartrecruiters.com',
    path: smartRecruitersPage(0),
    type: 'application/json;charset=UTF-8',
    row: (number) => ({
      id: `7440000${number}`,
      name: `Cook ${number}`,
      refNumber: `REF${number}`,
      company: { identifier: 'Acme', name: 'Acme Foods' },
      releasedDate: '2026-08-10T09:19:03.000Z',
      location: {
        city: 'Berlin',
        region: 'BE',
        country: 'de',
        remote: false,
        fullLocation: 'Berlin, BE, Germany',
      },
      department: { label: 'Food' },
      typeOfEmployment: { id: 'permanent', label: 'Full-time' },
    }),
    title: 'name',
    inCountry: (country) => ({ location: { city: 'Port', country } }),
    documents(rows) {
      const pages = Array.from({ length: Math.max(1, Math.ceil(rows.length / 100)) }, (_, page) => ({
        path: smartRecruitersPage(page * 100),
        body: JSON.stringify({
          offset: page * 100,
          limit: 100,
          totalFound: rows.length,
          content: rows.slice(page * 100, (page + 1) * 100),
        }),
      }));
      const details = rows.map((row) => ({
        path: `/v1/companies/Acme/postings/${encodeURIComponent(String(row['id']))}`,
        body: JSON.stringify({
          ...row,
          active: true,
          jobAd: { sections: { jobDescription: { title: 'Job', text: '<p>Kitchen</p>' } } },
        }),
      }));
      return [...pages, ...details];
    },
  },
  workable: {
    address: () => 'acme',
    host: 'apply.workable.com',
    path: '/api/v1/widget/accounts/acme?details=true',
    type: 'application/json; charset=utf-8',
    row: (number) => ({
      title: `Cook ${number}`,
      shortcode: `W${number}`,
      employment_type: 'Full-time',
      telecommuting: false,
      department: 'Food',
      url: `https://apply.workable.com/j/W${number}`,
      published_on: '2026-08-10',
      country: 'Germany',
      city: 'Berlin',
      state: 'Berlin',
      locations: [{ country: 'Germany', countryCode: 'DE', city: 'Berlin', region: 'Berlin', hidden: false }],
      description: '<p>Kitchen</p>',
    }),
    title: 'title',
    inCountry: (country) => ({ country, city: 'Port', state: null, locations: [] }),
    documents: single('/api/v1/widget/accounts/acme?details=true', (jobs) => ({ name: 'Acme Foods', jobs })),
  },
  recruitee: {
    address: () => 'acme',
    host: 'acme.recruitee.com',
    path: '/api/offers/',
    type: 'application/json; charset=utf-8',
    row: (number) => ({
      id: number,
      title: `Cook ${number}`,
      status: 'published',
      careers_url: `https://acme.recruitee.com/o/cook-${number}`,
      company_name: 'Acme Foods',
      city: 'Berlin',
      country: 'Germany',
      locations: [{ city: 'Berlin', country: 'Germany' }],
      remote: false,
      on_site: true,
      department: 'Food',
      description: '<p>Kitchen</p>',
      requirements: '<p>Knife</p>',
      employment_type_code: 'fulltime_permanent',
      salary: { min: '30000', max: '36000', currency: 'EUR', period: 'year' },
      published_at: '2026-08-10 09:19:03 UTC',
    }),
    title: 'title',
    inCountry: (country) => ({ country, city: 'Port', locations: [] }),
    documents: single('/api/offers/', (offers) => ({ offers })),
  },
  personio: {
    address: () => 'acme',
    host: 'acme.jobs.personio.de',
    path: '/xml',
    type: 'text/xml; charset=UTF-8',
    row: (number) => ({
      id: String(number),
      subcompany: 'Acme Foods GmbH',
      office: 'Berlin',
      department: 'Food',
      name: `Cook ${number}`,
      jobDescriptions:
        '<jobDescription><name>Your tasks</name><value><![CDATA[<p>Kitchen</p>]]></value></jobDescription>',
      employmentType: 'permanent',
      schedule: 'full-time',
      createdAt: '2026-08-10T09:19:03+00:00',
    }),
    title: 'name',
    inCountry: (country) => ({ office: `Port, ${country}` }),
    documents: single('/xml', (rows) => {
      const positions = rows.map((row) => `<position>${xml(row)}</position>`);
      return `<?xml version="1.0" encoding="UTF-8"?><workzag-jobs>${positions.join('')}</workzag-jobs>`;
    }),
  },
  teamtailor: {
    address: () => 'acme',
    host: 'acme.teamtailor.com',
    path: '/jobs.rss?per_page=200&offset=0',
    type: 'application/rss+xml; charset=utf-8',
    row: (number) => ({
      title: `Cook ${number}`,
      description: '&lt;p&gt;Kitchen&lt;/p&gt;',
      pubDate: 'Mon, 10 Aug 2026 09:19:03 +0200',
      link: `https://acme.teamtailor.com/jobs/${number}-cook`,
      remoteStatus: 'none',
      guid: `guid-${number}`,
      'tt:locations':
        '<tt:location><tt:name>HQ</tt:name><tt:city>Berlin</tt:city><tt:country>Germany</tt:country></tt:location>',
      'tt:department': 'Food',
    }),
    title: 'title',
    inCountry: (country) => ({
      'tt:locations': `<tt:location><tt:city>Port</tt:city><tt:country>${country}</tt:country></tt:location>`,
    }),
    documents: (rows) =>
      Array.from({ length: Math.floor(rows.length / 200) + 1 }, (_, page) => ({
        path: `/jobs.rss?per_page=200&offset=${page * 200}`,
        body: `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:tt="https://teamtailor.com/locations"><channel><title>Acme</title><link>https://acme.teamtailor.com/jobs</link>${rows
          .slice(page * 200, (page + 1) * 200)
          .map((row) => `<item>${xml(row)}</item>`)
          .join('')}</channel></rss>`,
      })),
  },
  adzuna: {
    address: () => 'gb?what=cook',
    host: 'api.adzuna.com',
    path: adzunaPage(1),
    type: 'application/json; charset=utf-8',
    row: (number) => ({
      __CLASS__: 'Adzuna::API::Response::Job',
      id: String(number),
      title: `<strong>Cook</strong> ${number}`,
      description: 'Kitchen',
      created: '2026-08-10T09:19:03Z',
      redirect_url: `https://www.adzuna.co.uk/jobs/land/ad/${number}?se=abc`,
      company: { display_name: 'Acme Foods' },
      location: { display_name: 'Leeds, West Yorkshire', area: ['UK', 'Yorkshire', 'Leeds'] },
      category: { tag: 'hospitality-catering-jobs', label: 'Hospitality & Catering Jobs' },
      salary_min: 30_000,
      salary_max: 30_000,
      salary_is_predicted: '1',
      contract_time: 'full_time',
    }),
    title: 'title',
    inCountry: (country) => ({ location: { display_name: `Port, ${country}`, area: [country, 'Port'] } }),
    documents: (rows) =>
      Array.from({ length: Math.max(1, Math.ceil(rows.length / 50)) }, (_, page) => ({
        path: adzunaPage(page + 1),
        body: JSON.stringify({ count: rows.length, results: rows.slice(page * 50, (page + 1) * 50) }),
      })),
  },
  remotive: {
    address: () => 'all',
    host: 'remotive.com',
    path: '/api/remote-jobs',
    type: 'application/json',
    row: (number) => ({
      id: number,
      url: `https://remotive.com/remote-jobs/food/cook-${number}`,
      title: `Cook ${number}`,
      company_name: 'Acme Foods',
      category: 'Food',
      job_type: 'full_time',
      publication_date: '2026-08-10T09:19:03',
      candidate_required_location: 'Germany',
      salary: '$30k',
      description: '<p>Kitchen</p>',
    }),
    title: 'title',
    inCountry: (country) => ({ candidate_required_location: country }),
    documents: single('/api/remote-jobs', (jobs) => ({
      '0-legal-notice': 'Remotive API Legal Notice',
      'job-count': jobs.length,
      jobs,
    })),
  },
  remoteok: {
    address: () => 'all',
    host: 'remoteok.com',
    path: '/api',
    type: 'application/json',
    row: (number) => ({
      id: String(number),
      epoch: 1_786_356_127,
      date: '2026-08-10T10:02:07+00:00',
      company: 'Acme Foods',
      position: `Cook ${number}`,
      description: '<p>Kitchen</p>',
      location: 'Germany',
      salary_min: 30_000,
      url: `https://remoteok.com/remote-jobs/${number}`,
    }),
    title: 'position',
    inCountry: (country) => ({ location: country }),
    documents: single('/api', (rows) => [
      { last_updated: 1_786_356_127, legal: 'Please link back.' },
      ...rows,
    ]),
  },
  arbeitnow: {
    address: () => 'all',
    host: 'www.arbeitnow.com',
    path: arbeitnowPage(1),
    type: 'application/json',
    row: (number) => ({
      slug: `cook-${number}`,
      company_name: 'Acme Foods',
      title: `Cook ${number}`,
      description: '<p>Kitchen</p>',
      remote: false,
      url: `https://www.arbeitnow.com/jobs/cook-${number}`,
      job_types: ['Full Time'],
      location: 'Berlin',
      created_at: 1_786_356_127,
    }),
    title: 'title',
    inCountry: (country) => ({ location: `Port, ${country}` }),
    documents(rows) {
      const pages = Math.max(1, Math.ceil(rows.length / 100));
      return Array.from({ length: pages }, (_, index) => ({
        path: arbeitnowPage(index + 1),
        body: JSON.stringify({
          data: rows.slice(index * 100, (index + 1) * 100),
          links: { next: index + 1 < pages ? `https://www.arbeitnow.com${arbeitnowPage(index + 2)}` : null },
          meta: { current_page: index + 1 },
        }),
      }));
    },
  },
  hacker_news: {
    address: () => 'whoishiring',
    host: 'hn.algolia.com',
    path: '/api/v1/search_by_date?tags=story,author_whoishiring',
    type: 'application/json; charset=utf-8',
    row: (number) => ({
      id: number,
      created_at: '2026-08-10T09:19:03.000Z',
      author: 'acme',
      text: `Acme Foods | Cook ${number} | Berlin | Full-time<p>Kitchen`,
      children: [{ id: 900_000 + number, text: 'Is it warm?', children: [] }],
    }),
    title: 'text',
    inCountry: (country) => ({ text: `Acme Foods | Cook | Port, ${country}<p>Kitchen` }),
    documents: (rows) => [
      {
        path: '/api/v1/search_by_date?tags=story,author_whoishiring',
        body: JSON.stringify({
          hits: [
            { objectID: '2', title: 'Ask HN: Who wants to be hired? (August 2026)' },
            { objectID: '1', title: 'Ask HN: Who is hiring? (August 2026)' },
          ],
        }),
      },
      { path: '/api/v1/items/1', body: JSON.stringify({ id: 1, children: rows }) },
    ],
  },
  rss: {
    address: (origin) => `${origin}/feed`,
    host: null,
    path: '/feed',
    type: 'application/rss+xml',
    row: (number) => ({
      title: `Cook ${number}`,
      link: `https://acme.example/jobs/${number}`,
      guid: `https://acme.example/?p=${number}`,
      description: '&lt;p&gt;Kitchen&lt;/p&gt;',
      'job_listing:company': 'Acme Foods',
      'job_listing:location': 'Berlin',
      'job_listing:job_type': 'Full Time',
      pubDate: 'Mon, 10 Aug 2026 09:19:03 +0000',
    }),
    title: 'title',
    inCountry: (country) => ({ 'job_listing:location': `Port, ${country}` }),
    documents: single('/feed', (rows) => {
      const items = rows.map((row) => `<item>${xml(row)}</item>`);
      return `<?xml version="1.0"?><rss version="2.0"><channel><title>Jobs</title>${items.join('')}</channel></rss>`;
    }),
  },
  job_posting: {
    address: (origin) => `${origin}/careers`,
    host: null,
    path: '/careers',
    type: 'text/html; charset=utf-8',
    row: (number) => ({
      '@type': 'JobPosting',
      identifier: `p-${number}`,
      title: `Cook ${number}`,
      url: `https://acme.example/jobs/${number}`,
      hiringOrganization: { '@type': 'Organization', name: 'Acme Foods' },
      jobLocation: { address: { addressLocality: 'Berlin', addressCountry: 'DE' } },
      employmentType: 'FULL_TIME',
      baseSalary: { currency: 'EUR', value: { minValue: 30_000, maxValue: 36_000, unitText: 'YEAR' } },
      datePosted: '2026-08-10',
      validThrough: '2026-12-31',
      description: '<p>Kitchen</p>',
    }),
    title: 'title',
    inCountry: (country) => ({
      jobLocation: { address: { addressLocality: 'Port', addressCountry: country } },
    }),
    documents: single('/careers', (rows) => {
      const json = JSON.stringify({ '@graph': rows }).replaceAll('<', '\\u003c');
      return `<!doctype html><html><head><script type="application/ld+json">${json}</script></head></html>`;
    }),
  },
};

/** Answers as the other side documents it, and refuses whoever asks otherwise. */
export function serveRows(boards: LocalBoards, kind: FetchedKind, rows: readonly Row[]): void {
  const { host, type, documents } = standIns[kind];
  for (const { path, body } of documents(rows)) {
    boards.answer(path, (request, response) => {
      const meant = request.headers['x-meant-host'];
      if (request.method !== 'GET' || (host ?? undefined) !== meant) response.writeHead(421).end();
      else if (!accepts(request.headers.accept, type)) response.writeHead(406).end();
      else response.writeHead(200, { 'content-type': type }).end(body);
    });
  }
}

function accepts(accept: string | undefined, type: string): boolean {
  const [media = ''] = type.split(';', 1);
  return (accept ?? '')
    .split(',')
    .some((range) => [media, '*/*'].includes(range.split(';', 1)[0]?.trim() ?? ''));
}
