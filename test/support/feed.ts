import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { pick, randomFrom } from './random.ts';

const titles = [
  'Backend Engineer',
  'Frontend Engineer',
  'Data Analyst',
  'Nurse',
  'Account Manager',
  'Electrician',
  'Product Designer',
  'Site Reliability Engineer',
];
const teams = [
  'Payments',
  'Search',
  'Growth',
  'Maps',
  'Safety',
  'Logistics',
  'Platform',
  'Support',
  'Pricing',
  'Identity',
];
const cities = ['Berlin', 'Hamburg', 'Lisbon', 'Dublin', 'Madrid', 'Warsaw'];
const skills = ['TypeScript', 'PostgreSQL', 'React', 'Python', 'SQL', 'Kubernetes', 'Figma', 'Excel'];

/** So many different postings of schema.org JobPosting, the same for the same seed. */
export function makePostings(count: number, seed = 1): object[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, index) => ({
    '@type': 'JobPosting',
    identifier: { value: `posting-${index}` },
    title: `${pick(random, titles)}, ${pick(random, teams)} ${index}`,
    description: `<p>${Array.from({ length: 300 }, () => pick(random, teams).toLowerCase()).join(' ')}</p>`,
    datePosted: '2026-11-01',
    hiringOrganization: { name: 'Feedworks' },
    jobLocation: { address: { addressLocality: pick(random, cities) } },
    skills: [pick(random, skills), pick(random, skills), pick(random, skills)].join(', '),
    url: `https://feedworks.example/jobs/${index}`,
  }));
}

/** A site that gives one feed. */
export interface FeedServer {
  readonly origin: string;
  readonly address: string;
  /** Called once, when the next request has been answered with this share of the feed; the rest follows. */
  onShareSent(share: number, listener: () => void): void;
  close(): Promise<void>;
}

export async function serveFeed(postings: readonly object[]): Promise<FeedServer> {
  const body = Buffer.from(JSON.stringify(postings));
  let watch: { share: number; listener: () => void } | undefined;
  const server: Server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const watched = watch;
    watch = undefined;
    const cut = Math.floor(body.length * (watched?.share ?? 1));
    response.write(body.subarray(0, cut), () => {
      watched?.listener();
      response.end(body.subarray(cut));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The feed has no port');
  const origin = `http://127.0.0.1:${bound.port}`;
  return {
    origin,
    address: `${origin}/feed.json`,
    onShareSent(share, listener) {
      watch = { share, listener };
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
