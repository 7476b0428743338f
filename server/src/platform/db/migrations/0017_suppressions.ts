import { statements } from './statements.ts';

/**
 * Addresses that are not written to, one row for each reason that holds. Of a person who was erased nothing but a keyed
 * hash of the address may be left.
 */
export const suppressions = statements(
  `create table suppressions (
    id uuid primary key,
    address text,
    address_hash text,
    reason text not null,
    scope text not null,
    source text not null,
    note text,
    status text,
    -- Null: nobody has, or whoever has is gone.
    created_by uuid references users on delete set null,
    created_at timestamptz not null,
    expires_at timestamptz,
    constraint suppressions_name_one check ((address is null) <> (address_hash is null)),
    -- Asked before each mail, and what a new reason is held against.
    constraint suppressions_of_address unique (address, reason),
    constraint suppressions_of_hash unique (address_hash, reason)
  )`,
  // The operator's list.
  'create index suppressions_newest on suppressions (created_at desc, id desc)',
  // The operator's search, by the beginning of an address and by the domain.
  'create index suppressions_addresses on suppressions (address text_pattern_ops)',
  "create index suppressions_domains on suppressions (split_part(address, '@', 2) text_pattern_ops)",
  // Those that an operator has put down whose account is being deleted.
  'create index suppressions_by_operator on suppressions (created_by) where created_by is not null',

  `create table address_standings (
    address text primary key,
    bounce_points smallint not null default 0,
    last_bounce_at timestamptz,
    -- Until then bounces do not suppress it.
    pinned_until timestamptz
  )`,
  // Those that say nothing any more.
  'create index address_standings_stale on address_standings (last_bounce_at)',

  // Signatures of webhooks that cover no body, each of which is good for one call.
  `create table webhook_tokens (
    provider text not null,
    token text not null,
    seen_at timestamptz not null,
    primary key (provider, token)
  )`,
  'create index webhook_tokens_oldest on webhook_tokens (seen_at)',
);
