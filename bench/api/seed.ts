import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Sizes of the data set. */
export interface SeedSize {
  readonly jobs: number;
  readonly people: number;
  readonly notificationsPerPerson: number;
  readonly matchesPerPerson: number;
}

export const titles = [
  'Software Engineer',
  'Frontend Engineer',
  'Data Analyst',
  'Product Manager',
  'Nurse',
  'Account Executive',
  'Designer',
  'Site Reliability Engineer',
  'Teacher',
  'Electrician',
  'Backend Engineer',
  'Technical Writer',
];
const levels = ['Junior', 'Senior', 'Staff', 'Lead', ''];
const places = [
  'Berlin, Germany',
  'Hamburg, Germany',
  'London, United Kingdom',
  'Paris, France',
  'Madrid, Spain',
  'New York, United States',
  'Bengaluru, India',
  'São Paulo, Brazil',
  'Remote',
  'Lisbon, Portugal',
];
const skills = [
  'TypeScript',
  'React',
  'Python',
  'SQL',
  'Go',
  'Rust',
  'Excel',
  'Figma',
  'Kubernetes',
  'PostgreSQL',
  'Java',
  'Nursing',
  'German',
  'Sales',
];
/** A made-up vocabulary, so that words are as rare and as common as in real texts. */
const vocabularySize = 8_000;
const syllables = [
  'ba',
  'co',
  'den',
  'fi',
  'gar',
  'hel',
  'in',
  'jo',
  'ka',
  'lor',
  'mu',
  'ner',
  'os',
  'pri',
  'qua',
  'ren',
  'sta',
  'tor',
  'ul',
  'ven',
];
export const vocabulary = Array.from({ length: vocabularySize }, (_, n) =>
  [n % 20, Math.floor(n / 20) % 20, Math.floor(n / 400) % 20].map((index) => syllables[index] ?? '').join(''),
);
const workplaces = ['on_site', 'hybrid', 'remote'];
const types = ['full_time', 'part_time', 'contract'];
const seniorities = ['junior', 'mid', 'senior', 'lead'];

/** Small seeded generator (mulberry32), so that every run measures the same data. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Fills a migrated database with jobs, people, notifications and matches. The rows go in by SQL, since the interface
 * would need hours for them; what is measured later goes through the interface.
 */
export async function seed(databaseUrl: string, size: SeedSize, log: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const companyIds = await seedCompanies(client, Math.max(10, Math.floor(size.jobs / 50)));
    await withoutTextIndexes(client, () => seedJobs(client, size.jobs, companyIds, log));
    await seedPeople(client, size);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** Building an inverted index once is much faster than adding to it row by row. */
export async function withoutTextIndexes(client: pg.Client, load: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where tablename = 'jobs' and indexdef like '% USING gin %'`,
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await load();
  for (const { definition } of rows) await client.query(definition);
}

async function seedCompanies(client: pg.Client, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await client.query(
    `insert into companies (id, name, normalized_name, origin, created_at)
     select id, 'Company ' || n, 'company ' || n, 'source', now() from unnest($1::uuid[]) with ordinality as t (id, n)`,
    [ids],
  );
  return ids;
}

async function seedJobs(
  client: pg.Client,
  count: number,
  companyIds: readonly string[],
  log: (line: string) => void,
) {
  const random = randomFrom(42);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  };
  const batch = 2_000;
  for (let start = 0; start < count; start += batch) {
    const rows = Array.from({ length: Math.min(batch, count - start) }, () => {
      const id = randomUUID();
      const company = Math.floor(random() * companyIds.length);
      // Zipf's law: the word of rank r is as frequent as 1/r.
      const text = Array.from(
        { length: 350 },
        () => vocabulary[Math.floor(vocabularySize ** random()) - 1],
      ).join(' ');
      const minimum = 30_000 + Math.floor(random() * 60) * 1_000;
      return {
        id,
        company_id: companyIds[company],
        company_name: `Company ${company + 1}`,
        title: `${pick(levels)} ${pick(titles)}`.trim(),
        text,
        place: pick(places),
        workplace: pick(workplaces),
        type: pick(types),
        seniority: pick(seniorities),
        skills: [pick(skills), pick(skills), pick(skills)],
        minimum,
        maximum: minimum + 15_000,
        paid: random() < 0.4,
        age: Math.floor(random() * 90 * 86_400),
      };
    });
    await client.query(
      `insert into jobs (id, company_id, company_name, cluster_id, title, description_html,
         description_text, places, workplace, employment_type, seniority, skills, pay_minimum, pay_maximum,
         pay_currency, pay_period, pay_annual, published_at, status, matched_at, created_at, updated_at)
       select id, company_id, company_name, id, title, '<p>' || text || '</p>', text, array[place],
         workplace, type, seniority, skills, case when paid then minimum end, case when paid then maximum end,
         case when paid then 'EUR' end, case when paid then 'year' end, case when paid then maximum end,
         moment, 'open', moment, moment, moment
       from (select *, date_trunc('milliseconds', now() - age * interval '1 second') as moment
         from jsonb_to_recordset($1::jsonb) as t (id uuid, company_id uuid, company_name text, title text, text text,
           place text, workplace text, type text, seniority text, skills text[], minimum int, maximum int, paid boolean,
           age int)) as source`,
      [JSON.stringify(rows)],
    );
    if ((start / batch) % 10 === 0) log(`jobs: ${start + rows.length} of ${count}`);
  }
}

async function seedPeople(client: pg.Client, size: SeedSize): Promise<void> {
  await client.query(
    `insert into users (id, name, email, email_verified, role, created_at, updated_at)
     select gen_random_uuid(), 'Person ' || n, 'person' || n || '@bench.example', true, 'job_seeker', now(), now()
     from generate_series(1, $1::int) as n`,
    [size.people],
  );
  await client.query(
    `insert into profiles (user_id, skills, wanted_titles, places)
     select id, array['TypeScript', 'SQL'], array['Software Engineer'], array['Berlin'] from users
     where email like '%@bench.example'`,
  );
}

/** Gives everybody matches, notifications and an inbox that agrees with them. Runs after all accounts exist. */
export async function seedInboxes(databaseUrl: string, size: SeedSize): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `insert into matches (user_id, cluster_id, job_id, score, reasons, created_at)
       select person.id, job.cluster_id, job.id, 60 + (job.n % 40),
         '[{"code":"title","terms":["engineer"],"points":40}]', now() - job.n * interval '1 minute'
       from (select id, row_number() over () as p from users where role = 'job_seeker') as person
       cross join lateral (
         select id, cluster_id, row_number() over () as n from jobs
         offset (person.p % 500) * 20 limit $1) as job
       on conflict do nothing`,
      [size.matchesPerPerson],
    );
    await client.query(
      `insert into notifications (id, user_id, seq, kind, category, payload, created_at, shown_at, read_at)
       select gen_random_uuid(), u.id, n, 'job_alert', 'jobs',
         jsonb_build_object('job_id', job.id, 'job_title', job.title, 'company_name', job.company_name,
           'location', job.places[1], 'score', 80, 'reasons', '[]'::jsonb),
         now() - (($1 - n) * interval '1 hour'), now() - (($1 - n) * interval '1 hour'), case when n % 2 = 0 then now() end
       from users u cross join generate_series(1, $1::int) as n
       cross join (select id, title, company_name, places from jobs limit 1) as job
       where u.role = 'job_seeker'
       on conflict do nothing`,
      [size.notificationsPerPerson],
    );
    await client.query(
      `insert into inboxes (user_id, head, unread, unseen, updated_at)
       select user_id, max(seq), unread.count, unread.count, now()
       from (select user_id, seq, count(*) filter (where read_at is null) over (partition by user_id) as count
         from notifications where seq is not null) as unread
       group by user_id, unread.count
       on conflict (user_id) do update
         set head = excluded.head, unread = excluded.unread, unseen = excluded.unseen`,
    );
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
