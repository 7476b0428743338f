import { statements } from './statements.ts';

export const catalog = statements(
  `create table companies (
    id uuid primary key,
    name text not null,
    normalized_name text not null,
    origin text not null check (origin in ('recruiter', 'source')),
    created_at timestamptz not null
  )`,
  // Finds the company of a posting; two runs that meet the same new company make it once.
  "create unique index companies_of_sources on companies (normalized_name) where origin = 'source'",

  `create table company_members (
    company_id uuid not null references companies on delete cascade,
    user_id uuid not null references users on delete cascade,
    created_at timestamptz not null,
    primary key (company_id, user_id)
  )`,
  // Finds the company of a recruiter; a person belongs to one.
  'create unique index company_members_user on company_members (user_id)',

  `create table sources (
    id uuid primary key,
    kind text not null,
    name text not null,
    address text not null,
    schedule text,
    time_zone text not null default 'UTC',
    enabled boolean not null default true,
    consecutive_failures integer not null default 0,
    next_attempt_at timestamptz,
    etag text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    deleted_at timestamptz
  )`,
  // One source per board.
  'create unique index sources_address on sources (kind, lower(address)) where deleted_at is null',

  `create table source_runs (
    id uuid primary key,
    source_id uuid not null references sources on delete cascade,
    trigger text not null,
    status text not null check (status in ('running', 'succeeded', 'failed')),
    started_at timestamptz(3) not null,
    finished_at timestamptz,
    lease_until timestamptz not null,
    read_count integer not null default 0,
    new_count integer not null default 0,
    changed_count integer not null default 0,
    unchanged_count integer not null default 0,
    closed_count integer not null default 0,
    skipped_count integer not null default 0,
    skipped jsonb not null default '[]',
    warning text,
    error text
  )`,
  // One run of a source at a time, whoever starts it.
  "create unique index source_runs_running on source_runs (source_id) where status = 'running'",
  // The log of a source, page by page.
  'create index source_runs_log on source_runs (source_id, started_at desc, id desc)',

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
  // Finds a posting that the source gave before; two runs can not make it twice.
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

  `create table matches (
    user_id uuid not null references users on delete cascade,
    cluster_id uuid not null,
    job_id uuid not null references jobs on delete cascade,
    score smallint not null check (score between 0 and 100),
    reasons jsonb not null,
    created_at timestamptz not null,
    primary key (user_id, cluster_id)
  )`,
  // The list of matches of a person, the newest first.
  'create index matches_newest on matches (user_id, created_at desc, job_id desc)',
  // Removes the matches of a job with it.
  'create index matches_of_job on matches (job_id)',
);
