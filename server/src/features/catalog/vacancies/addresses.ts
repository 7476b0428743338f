/** What the address of a posting tells: which posting it is, on which board, and for which requisition. */
export interface AddressFacts {
  /** `greenhouse:8099353`; null where the address names none that we know how to read. */
  readonly posting: string | null;
  /** Whose board it is: two postings of one board with two ids are two postings. */
  readonly board: string | null;
  readonly requisition: string | null;
}

const nothing: AddressFacts = { posting: null, board: null, requisition: null };
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

interface Address {
  readonly host: string;
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

type Reader = (address: Address) => AddressFacts;

const leadingNumber = (text: string | undefined): string => /^\d{1,20}/.exec(text ?? '')?.[0] ?? '';
const after = (path: readonly string[], ...names: readonly string[]): string => {
  const at = path.findIndex((part) => names.includes(part));
  return at === -1 ? '' : (path[at + 1] ?? '');
};

function facts(system: string, tenant: string, id: string, requisition: string | null = null): AddressFacts {
  if (id === '') return nothing;
  return { posting: `${system}:${id}`, board: tenant === '' ? null : `${system}:${tenant}`, requisition };
}

/** The last part is the title, '_' and the requisition, with '-1' behind it where that is posted more than once. */
function readWorkday({ host, path }: Address): AddressFacts {
  const tenant = host.split('.')[0] ?? '';
  const last = path.findLast((part) => part.includes('_') && /\d/.test(part)) ?? '';
  const id = last.slice(last.lastIndexOf('_') + 1);
  if (id === '' || !/\d/.test(id)) return nothing;
  const requisition = id.replace(/(?<=\d{3})-\d{1,2}$/, '');
  return facts('workday', tenant, `${tenant}:${id}`, requisition);
}

/** By the ends of hosts. */
const readers: readonly (readonly [string, Reader])[] = [
  [
    'greenhouse.io',
    ({ path, query }) =>
      facts(
        'greenhouse',
        path[0] === 'embed' ? (query.get('for') ?? '') : (path[0] ?? ''),
        leadingNumber(after(path, 'jobs')) || leadingNumber(query.get('token') ?? ''),
      ),
  ],
  ['lever.co', ({ path }) => facts('lever', path[0] ?? '', path.find((part) => uuid.test(part)) ?? '')],
  ['ashbyhq.com', ({ path }) => facts('ashby', path[0] ?? '', path.find((part) => uuid.test(part)) ?? '')],
  ['myworkdayjobs.com', readWorkday],
  ['myworkdaysite.com', readWorkday],
  [
    'icims.com',
    ({ host, path }) => {
      const id = leadingNumber(after(path, 'jobs'));
      return facts('icims', host, id && `${host}:${id}`);
    },
  ],
  ['smartrecruiters.com', ({ path }) => facts('smartrecruiters', path[0] ?? '', leadingNumber(path[1]))],
  [
    'workable.com',
    ({ host, path }) => {
      const tenant = host === 'apply.workable.com' ? (path[0] ?? '') : host;
      return facts('workable', tenant, after(path, 'j', 'jobs', 'view').toLowerCase());
    },
  ],
  [
    'recruitee.com',
    ({ host, path }) => {
      const slug = after(path, 'o');
      return facts('recruitee', host, slug && `${host}:${slug}`);
    },
  ],
  ['personio.de', ({ host, path }) => facts('personio', host, leadingNumber(after(path, 'job')))],
  ['personio.com', ({ host, path }) => facts('personio', host, leadingNumber(after(path, 'job')))],
  ['teamtailor.com', ({ host, path }) => facts('teamtailor', host, leadingNumber(after(path, 'jobs')))],
  [
    'bamboohr.com',
    ({ host, path, query }) => {
      const id = leadingNumber(after(path, 'careers')) || leadingNumber(query.get('id') ?? '');
      return facts('bamboohr', host, id && `${host}:${id}`);
    },
  ],
  ['jobvite.com', ({ path }) => facts('jobvite', path[0] ?? '', after(path, 'job'))],
  [
    'taleo.net',
    ({ host, query }) => {
      const id = query.get('job') ?? '';
      return facts('taleo', host, id && `${host}:${id}`, id || null);
    },
  ],
  [
    'oraclecloud.com',
    ({ host, path }) => {
      const id = leadingNumber(after(path, 'job', 'requisitions'));
      return facts('oracle', host, id && `${host}:${id}`, id || null);
    },
  ],
  [
    'breezy.hr',
    ({ host, path }) => facts('breezy', host, /^[0-9a-f]{8,16}/.exec(after(path, 'p'))?.[0] ?? ''),
  ],
  ['linkedin.com', ({ path }) => facts('linkedin', '', /\d{6,14}$/.exec(after(path, 'view'))?.[0] ?? '')],
  ['indeed.com', ({ query }) => facts('indeed', '', query.get('jk') ?? query.get('vjk') ?? '')],
];

function parse(text: string): Address | null {
  const url = URL.parse(text.trim());
  if (url === null || !url.protocol.startsWith('http')) return null;
  const path = url.pathname
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '');
  return { host: url.hostname.toLowerCase(), path, query: url.searchParams };
}

/** Reads the address of a posting. Tracking parameters never matter, since only what names the posting is looked at. */
export function readAddress(text: string): AddressFacts {
  const address = parse(text);
  if (address === null) return nothing;
  const { host, query } = address;
  const reader = readers.find(([end]) => host === end || host.endsWith(`.${end}`))?.[1];
  const read = reader?.(address) ?? nothing;
  if (read.posting !== null) return read;
  // Careers pages of employers show postings of these by a parameter.
  const greenhouse = leadingNumber(query.get('gh_jid') ?? '');
  if (greenhouse !== '') return facts('greenhouse', host, greenhouse);
  const ashby = (query.get('ashby_jid') ?? '').toLowerCase();
  return uuid.test(ashby) ? facts('ashby', host, ashby) : nothing;
}
