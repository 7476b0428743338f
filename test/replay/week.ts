import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pick, randomFrom } from '../support/random.ts';

const recorded = path.join(
  process.env['TEST_DATA_DIR'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url)),
  'replay',
);

export interface Week {
  readonly isRecorded: boolean;
  /** New postings, a document of the source kind `open_jobs` for each day. */
  readonly days: readonly string[];
}

/** Seven days of real postings where they are present, of made ones elsewhere. @param share of them, up to 1 */
export function readWeek(share: number): Week {
  if (!existsSync(recorded)) return { isRecorded: false, days: makeDays(share) };
  const files = readdirSync(recorded).sort().slice(0, 7);
  return {
    isRecorded: true,
    days: files.map((file) => {
      const rows: unknown = JSON.parse(readFileSync(path.join(recorded, file), 'utf8'));
      if (!Array.isArray(rows)) throw new TypeError(`${file} is not a list of postings`);
      return JSON.stringify(rows.slice(0, Math.ceil(rows.length * share)));
    }),
  };
}

const levels = ['', 'Senior ', 'Staff ', 'Junior '];
const roles = [
  'Software Engineer',
  'Data Scientist',
  'Product Manager',
  'Data Engineer',
  'Account Executive',
  'Product Designer',
  'Machine Learning Engineer',
  'Customer Success Manager',
];
const teams = ['Payments', 'Platform', 'Search', 'Growth', 'Security', 'Billing', 'Mobile', 'Insights'];
const places = [
  'Berlin, Germany',
  'New York, NY',
  'Remote',
  'Bengaluru, India',
  'London, UK',
  'Sydney, Australia',
];

function makeDays(share: number): string[] {
  const random = randomFrom(7);
  return [20, 200, 1_700, 1_700, 1_600, 1_600, 800].map((size, day) =>
    JSON.stringify(
      Array.from({ length: Math.ceil(size * share) }, (_, row) => ({
        company: `Company ${Math.floor(random() * 120)}`,
        platform: 'greenhouse',
        jobId: `${day}-${row}`,
        title: `${pick(random, levels)}${pick(random, roles)} (${pick(random, teams)})`,
        department: null,
        locations: [pick(random, places)],
        isRemote: null,
        employmentType: null,
        applyUrl: `https://jobs.example/${day}/${row}`,
        postedAt: '2026-08-09T06:00:00Z',
        firstSeenAt: '2026-08-09T06:00:00Z',
        scrapedAt: '2026-08-09T06:00:00Z',
      })),
    ),
  );
}
