import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0017_suppressions',
    statements: [
      // Addresses that get no mail, one row for each reason. Of a person who was erased only a keyed hash of the address
      // may be left.
      `create table suppressions (
        id uuid primary key,
        address text,
        address_hash text,
        reason text not null,
        scope text not null,
        source text not null,
        note text,
        status text,
        -- Null: no operator, or one whose account is gone.
        created_by uuid references users on delete set null,
        created_at timestamptz not null,
        expires_at timestamptz,
        constraint suppressions_name_one check ((address is null) <> (address_hash is null)),
        -- Serves the check before each mail, and finds an entry with the same reason.
        constraint suppressions_of_address unique (address, reason),
        constraint suppressions_of_hash unique (address_hash, reason)
      )`,
      // The operator's list.
      'create index suppressions_newest on suppressions (created_at desc, id desc)',
      // The operator's search, by the beginning of an address and by the domain.
      'create index suppressions_addresses on suppressions (address text_pattern_ops)',
      "create index suppressions_domains on suppressions (split_part(address, '@', 2) text_pattern_ops)",
      // The entries of an operator whose account is deleted.
      'create index suppressions_by_operator on suppressions (created_by) where created_by is not null',

      `create table address_standings (
        address text primary key,
        bounce_points smallint not null default 0,
        last_bounce_at timestamptz,
        -- Until then bounces do not suppress it.
        pinned_until timestamptz
      )`,
      // Standings that can be deleted.
      'create index address_standings_stale on address_standings (last_bounce_at)',
    ],
  },
];
