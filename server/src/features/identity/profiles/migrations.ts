import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0001_identity',
    step: 1,
    statements: [
      `create table profiles (
        user_id uuid primary key references users on delete cascade,
        headline text not null default '',
        summary text not null default '',
        skills text[] not null default '{}',
        wanted_titles text[] not null default '{}',
        places text[] not null default '{}',
        remote text not null default 'any' check (remote in ('any', 'remote_only', 'on_site_only')),
        pay_floor_amount integer,
        pay_floor_currency text,
        pay_floor_period text,
        employment_types text[] not null default '{}',
        seniority text,
        excluded_companies text[] not null default '{}',
        excluded_words text[] not null default '{}',
        minimum_match_score smallint not null default 50 check (minimum_match_score between 0 and 100),
        time_zone text not null default 'UTC',
        locale text not null default 'en',
        updated_at timestamptz not null default now(),
        check ((pay_floor_amount is null) = (pay_floor_currency is null)
          and (pay_floor_amount is null) = (pay_floor_period is null))
      )`,
    ],
  },
  {
    name: '0021_views',
    statements: [
      // What decides how a person is told of something, and by which audiences are chosen.
      `create view profile_facts as
        select user_id, time_zone, locale, minimum_match_score, skills, wanted_titles, places, remote from profiles`,
    ],
  },
];
