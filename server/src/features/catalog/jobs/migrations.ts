import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0002_catalog',
    step: 1,
    statements: [
      // array_to_string is only stable, since it takes any type; on text it always gives the same.
      `create function join_words(text[]) returns text language sql immutable parallel safe
    as $$ select array_to_string($1, ' ') $$`,

      // Titles are indexed by their stems and as they are written, so that the beginning of any word finds them.
      // Texts and their vectors are moved out of the rows, so that lists and filters read few pages.
      `create table jobs (
        id uuid primary key,
        company_id uuid not null references companies,
        company_name text not null,
        source_id uuid references sources on delete set null,
        external_id text,
        posted_by uuid references users on delete set null,
        cluster_id uuid not null,
        cluster_key text not null,
        title text not null,
        description_html text not null,
        description_text text not null,
        beginning text not null generated always as (left(description_text, 400)) stored,
        department text,
        places text[] not null default '{}',
        workplace text check (workplace in ('on_site', 'hybrid', 'remote')),
        employment_type text,
        seniority text,
        skills text[] not null default '{}',
        pay_minimum integer,
        pay_maximum integer,
        pay_currency text,
        pay_period text,
        pay_annual bigint,
        apply_url text,
        published_at timestamptz(3) not null,
        deadline_at timestamptz,
        status text not null check (status in ('open', 'closed')),
        closed_at timestamptz,
        closed_reason text,
        content_hash text,
        revised_at timestamptz,
        matched_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        search tsvector not null generated always as (
          setweight(to_tsvector('english', title) || to_tsvector('simple', title), 'A') ||
          setweight(to_tsvector('simple', company_name), 'B') ||
          setweight(to_tsvector('simple', join_words(skills)), 'B') ||
          setweight(to_tsvector('english', coalesce(department, '')), 'C') ||
          setweight(to_tsvector('english', left(description_text, 20000)), 'D')
        ) stored,
        headline_search tsvector not null generated always as (
          setweight(to_tsvector('english', title) || to_tsvector('simple', title), 'A') ||
          setweight(to_tsvector('simple', company_name), 'B') ||
          setweight(to_tsvector('simple', join_words(skills)), 'C')
        ) stored,
        places_search tsvector not null generated always as (to_tsvector('simple', join_words(places))) stored
      ) with (toast_tuple_target = 768)`,
      // Lists show the beginning of a text, so it stays in the row.
      'alter table jobs alter column beginning set storage main',
      // Finds a posting that the source gave before; two runs cannot make it twice.
      'create unique index jobs_external on jobs (source_id, external_id) where source_id is not null',
      // Open jobs of a source: their number, and those that a feed has no more.
      "create index jobs_of_source on jobs (source_id) where status = 'open'",
      // The list of the newest open jobs, page by page.
      "create index jobs_newest on jobs (published_at desc, id desc) where status = 'open'",
      // Jobs of a company, page by page: the recruiter's list and the filter by company.
      'create index jobs_of_company on jobs (company_id, published_at desc, id desc)',
      // Full-text search. What an import adds waits in a list that is short enough for readers to go through and is merged
      // when the import ends; without it, an isolated insert was seen to take two to seven times as long in single runs.
      'create index jobs_search on jobs using gin (search) with (fastupdate = on, gin_pending_list_limit = 2048)',
      // Search in titles, companies and skills, which come first by relevance.
      'create index jobs_headlines on jobs using gin (headline_search) with (fastupdate = on, gin_pending_list_limit = 256)',
      // Filter by place.
      'create index jobs_places on jobs using gin (places_search) with (fastupdate = on, gin_pending_list_limit = 256)',
      // Finds the vacancy that a posting belongs to.
      "create index jobs_cluster on jobs (cluster_key, created_at desc) where status = 'open'",
      // Work list of the matching: what is new and was not matched yet, the oldest first.
      "create index jobs_unmatched on jobs (created_at, id) where matched_at is null and status = 'open'",
      // Closes jobs whose deadline has passed.
      "create index jobs_deadline on jobs (deadline_at) where status = 'open' and deadline_at is not null",
    ],
  },
  {
    name: '0013_trace',
    statements: [
      // Jobs that a recruiter has posted, for the export and the erasure; deleting an account asks for them too.
      'create index jobs_posted_by on jobs (posted_by, id) where posted_by is not null',
    ],
  },
  {
    name: '0021_views',
    statements: [
      // Jobs as lists show them and as search finds them.
      `create view job_listings as
        select id, company_id, company_name, title, places, workplace, employment_type, seniority, skills,
          pay_minimum, pay_maximum, pay_currency, pay_period, pay_annual, status, published_at, deadline_at, beginning,
          search, headline_search, places_search
        from jobs`,
    ],
  },
  {
    name: '0025_company_trust',
    step: 1,
    statements: [
      // Copies of how the company stands and of what follows from it. Jobs that a source gives have the default.
      `alter table jobs
        add column company_trust text not null default 'source'
          check (company_trust in ('source', 'verified', 'unverified')),
        add column hold text not null default 'none' check (hold in ('none', 'quiet', 'hidden'))`,
      "update jobs set company_trust = 'unverified' where external_id is null",
      // Work list of the matching, without jobs that are held.
      'drop index jobs_unmatched',
      `create index jobs_unmatched on jobs (created_at, id)
        where matched_at is null and status = 'open' and hold = 'none'`,
      // Jobs of recruiters whose holds are looked through.
      'create index jobs_of_recruiters on jobs (id) where external_id is null',
      // A job that is hidden is in no list.
      `create or replace view job_listings as
        select id, company_id, company_name, title, places, workplace, employment_type, seniority, skills,
          pay_minimum, pay_maximum, pay_currency, pay_period, pay_annual, status, published_at, deadline_at, beginning,
          search, headline_search, places_search, company_trust, hold
        from jobs
        where hold <> 'hidden'`,
    ],
  },
  {
    name: '0032_job_reviews',
    statements: [
      `alter table jobs
        add column flags jsonb not null default '[]',
        add column review text not null default 'none' check (review in ('none', 'flagged', 'cleared', 'hidden')),
        add column review_note text not null default ''`,
      // Jobs whose holds are looked through: those of recruiters, and those with something in their texts.
      'drop index jobs_of_recruiters',
      "create index jobs_with_holds on jobs (id) where external_id is null or review <> 'none'",
    ],
  },
  {
    name: '0037_company_names',
    // Behind the view that it reads.
    step: 1,
    statements: [
      // Copy of the domain that the company has proven. Companies that have are few, and found by the index of their jobs.
      'alter table jobs add column company_domain text',
      `update jobs set company_domain = standing.domain from company_standings as standing
        where standing.id = jobs.company_id and standing.domain is not null`,
      `create or replace view job_listings as
        select id, company_id, company_name, title, places, workplace, employment_type, seniority, skills,
          pay_minimum, pay_maximum, pay_currency, pay_period, pay_annual, status, published_at, deadline_at, beginning,
          search, headline_search, places_search, company_trust, hold, company_domain
        from jobs
        where hold <> 'hidden'`,
    ],
  },
  {
    name: '0039_vacancies',
    statements: [
      // Jobs that were there before wait for their vacancy as new ones do; whoever writes a job tells that it waits.
      'alter table jobs add column vacancy_due boolean not null default true',
      'alter table jobs alter column vacancy_due set default false',
      // Work list of the vacancies, the oldest first.
      "create index jobs_vacancy_due on jobs (created_at, id) where vacancy_due and status = 'open'",
      // The postings of a vacancy.
      'create index jobs_of_vacancy on jobs (cluster_id)',
      // The key by which an earlier release told vacancies; that release can still write it.
      'drop index jobs_cluster',
      'alter table jobs alter column cluster_key drop not null',
      // The vacancy of each job, hidden ones too.
      'create view vacancies_of_jobs as select id as job_id, cluster_id from jobs',
      `create or replace view job_listings as
        select id, company_id, company_name, title, places, workplace, employment_type, seniority, skills,
          pay_minimum, pay_maximum, pay_currency, pay_period, pay_annual, status, published_at, deadline_at, beginning,
          search, headline_search, places_search, company_trust, hold, company_domain, cluster_id
        from jobs
        where hold <> 'hidden'`,
    ],
  },
  {
    name: '0040_search_feed',
    statements: [
      // All open postings, vacancy by vacancy: what the search index is made of.
      "create index jobs_open_of_vacancy on jobs (cluster_id, id) where status = 'open'",
      // What has changed since a moment, for the search index.
      'create index jobs_changed on jobs (updated_at)',
    ],
  },
  {
    name: '0045_pay',
    statements: [
      // How pay was read out of a text; all null where it stands in a field.
      `alter table jobs
        add column pay_evidence text,
        add column pay_gross boolean,
        add column pay_months smallint check (pay_months between 12 and 14)`,
    ],
  },
  {
    name: '0046_staleness',
    statements: [
      'alter table jobs add column stale jsonb',
      `create or replace view job_listings as
        select id, company_id, company_name, title, places, workplace, employment_type, seniority, skills,
          pay_minimum, pay_maximum, pay_currency, pay_period, pay_annual, status, published_at, deadline_at, beginning,
          search, headline_search, places_search, company_trust, hold, company_domain, cluster_id, stale
        from jobs
        where hold <> 'hidden'`,
      // Open jobs in the order of their ids, to look through them for stale ones.
      "create index jobs_open on jobs (id) where status = 'open'",
    ],
  },
];
