import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0002_catalog',
    statements: [
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
    ],
  },
  {
    name: '0025_company_trust',
    statements: [
      `alter table companies
        add column skeleton text,
        add column verified_at timestamptz,
        add column verified_domain text,
        add column verified_by text check (verified_by in ('mail', 'dns', 'operator')),
        add column hidden_at timestamptz,
        add constraint companies_verified check ((skeleton is null) = (verified_at is null))`,
      // No two verified companies have names that look alike.
      'create unique index companies_verified_names on companies (skeleton) where skeleton is not null',

      `create table company_proofs (
        company_id uuid primary key references companies on delete cascade,
        domain text not null,
        dns_token text not null,
        mail_address text,
        code_hash bytea,
        code_expires_at timestamptz,
        attempts smallint not null default 0,
        mails smallint not null default 0,
        mails_since timestamptz not null
      )`,
      // Whom to believe, for the jobs of companies.
      `create view company_standings as
        select id,
          case when origin = 'source' then 'source' when verified_at is null then 'unverified' else 'verified' end
            as trust,
          hidden_at is not null as hidden
        from companies`,
    ],
  },
  {
    name: '0030_company_decisions',
    statements: [
      `alter table companies
        add column refused_at timestamptz,
        add column refusal text,
        add column posting_rule text check (posting_rule in ('quiet', 'held', 'announced')),
        add constraint companies_refused check ((refused_at is null) = (refusal is null)),
        add constraint companies_refused_unverified check (refused_at is null or verified_at is null)`,
      // The operator's list, page by page.
      'create index companies_newest on companies (created_at desc, id desc)',
      // What of it holds for one company alone stands last: a view is only added to.
      `create or replace view company_standings as
        select id,
          case when origin = 'source' then 'source' when verified_at is null then 'unverified' else 'verified' end
            as trust,
          hidden_at is not null as hidden,
          posting_rule
        from companies`,
    ],
  },
  {
    name: '0031_company_records',
    statements: [
      `alter table companies
        add column record_value text,
        add column record_checked_at timestamptz,
        add column record_missing_since timestamptz,
        add constraint companies_records check ((record_value is null) = (record_checked_at is null))`,
      // Records that are looked for again, the longest unseen first.
      'create index companies_records_due on companies (record_checked_at) where record_value is not null',
    ],
  },
  {
    name: '0034_disabled_accounts',
    // Behind the column that it reads.
    step: 1,
    statements: [
      // A company whose recruiters are all disabled answers nobody, so that its jobs are out of sight.
      `create or replace view company_standings as
        select id,
          case when origin = 'source' then 'source' when verified_at is null then 'unverified' else 'verified' end
            as trust,
          hidden_at is not null or (origin = 'recruiter' and exists (
            select from company_members where company_id = companies.id
          ) and not exists (
            select from company_members join people on people.id = company_members.user_id
            where company_members.company_id = companies.id and people.disabled_at is null
          )) as hidden,
          posting_rule
        from companies`,
    ],
  },
  {
    name: '0037_company_names',
    statements: [
      `alter table companies
        add column likeness text,
        add column domain_likeness text,
        add column name_confirmed_at timestamptz,
        add column awaiting_domain text,
        add column awaiting_by text check (awaiting_by in ('mail', 'dns')),
        add column awaiting_record text,
        add column awaiting_since timestamptz,
        add constraint companies_awaiting check (
          (awaiting_domain is null) = (awaiting_since is null) and (awaiting_by is null) = (awaiting_since is null)
            and (awaiting_record is null or awaiting_since is not null)
        ),
        add constraint companies_awaiting_believed check (awaiting_since is null or refused_at is null)`,
      // An operator has said who these are.
      "update companies set name_confirmed_at = verified_at where verified_by = 'operator'",
      // Companies that a name could be taken for.
      'create index companies_likeness on companies (likeness)',
      'create index companies_domain_likeness on companies (domain_likeness) where domain_likeness is not null',
      // Names from before, which a task reads; none may be taken for unlike until it has.
      'create index companies_unread on companies (id) where likeness is null',
      // What waits for an operator to look at the name: proofs, and companies that are verified already.
      `create index companies_in_name_review on companies (created_at desc, id desc)
        where awaiting_since is not null or (verified_at is not null and name_confirmed_at is null)`,
      `create or replace view company_standings as
        select id,
          case when origin = 'source' then 'source' when verified_at is null then 'unverified' else 'verified' end
            as trust,
          hidden_at is not null or (origin = 'recruiter' and exists (
            select from company_members where company_id = companies.id
          ) and not exists (
            select from company_members join people on people.id = company_members.user_id
            where company_members.company_id = companies.id and people.disabled_at is null
          )) as hidden,
          posting_rule,
          verified_domain as domain
        from companies`,
    ],
  },
  {
    name: '0043_company_doubts',
    statements: [
      // Domains that companies of recruiters have shown or tried, and how each would be called as a name.
      `create table company_domains (
        company_id uuid not null references companies on delete cascade,
        domain text not null,
        likeness text not null,
        is_shown boolean not null,
        primary key (company_id, domain)
      )`,
      // Finds who else has come by a domain, or bears its name.
      'create index company_domains_likeness on company_domains (likeness)',
      `alter table companies
        add column likenesses text[],
        add column awaiting_doubts text[] not null default '{}'`,
      // Legal forms and look-alike characters have been added: the task reads all names anew.
      'update companies set likeness = null',
    ],
  },
];
