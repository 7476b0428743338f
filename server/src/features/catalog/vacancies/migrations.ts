import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0039_vacancies',
    // Behind the table of jobs.
    step: 1,
    statements: [
      `create table vacancy_postings (
        job_id uuid primary key references jobs on delete cascade,
        vacancy_id uuid not null,
        realm text not null,
        company_key text not null,
        title_key text not null,
        facts jsonb not null,
        sentences bytea not null,
        joined_to uuid,
        reasons text[] not null default '{}',
        decided_at timestamptz not null
      )`,
      // The postings of a vacancy, the newest first.
      'create index vacancy_postings_of_vacancy on vacancy_postings (vacancy_id, job_id desc)',
      // What an employer says in its postings, the newest first.
      'create index vacancy_postings_of_company on vacancy_postings (realm, company_key, job_id desc)',

      // A block has its newest postings read; ids are in the order of time.
      `create table vacancy_blocks (
        block integer not null,
        job_id uuid not null references vacancy_postings on delete cascade,
        primary key (block, job_id)
      )`,
      // Blocks of a posting, which go with it.
      'create index vacancy_blocks_of_posting on vacancy_blocks (job_id)',

      `create table vacancy_rulings (
        id uuid primary key,
        kind text not null check (kind in ('same', 'apart')),
        job_id uuid not null references jobs on delete cascade,
        other_job_id uuid references jobs on delete cascade,
        moved uuid[] not null,
        from_vacancy uuid not null,
        to_vacancy uuid not null,
        decided_by uuid references users on delete set null,
        decided_at timestamptz(3) not null,
        undone_at timestamptz
      )`,
      // What was decided about a vacancy, by its postings, which go with their jobs.
      'create index vacancy_rulings_of_job on vacancy_rulings (job_id, decided_at desc)',
      'create index vacancy_rulings_of_other on vacancy_rulings (other_job_id) where other_job_id is not null',
      // The rulings of an operator, whose account may go.
      'create index vacancy_rulings_of_operator on vacancy_rulings (decided_by) where decided_by is not null',

      `create table vacancy_pairs (
        job_id uuid not null references jobs on delete cascade,
        other_job_id uuid not null references jobs on delete cascade,
        verdict text not null check (verdict in ('same', 'apart')),
        ruling_id uuid not null references vacancy_rulings on delete cascade,
        primary key (job_id, other_job_id),
        check (job_id < other_job_id)
      )`,
      // The other way round, and the pairs of a ruling that is undone.
      'create index vacancy_pairs_of_other on vacancy_pairs (other_job_id)',
      'create index vacancy_pairs_of_ruling on vacancy_pairs (ruling_id)',
    ],
  },
];
