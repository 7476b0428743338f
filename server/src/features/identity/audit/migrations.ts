import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0022_audit_log',
    statements: [
      `create table audit_log (
        id uuid primary key,
        at timestamptz not null,
        actor_type text not null check (actor_type in ('person', 'api_key', 'command_line', 'system')),
        -- No foreign keys: an entry outlives those whom it names.
        actor_id uuid,
        actor_network text,
        action text not null,
        subject_type text not null,
        subject_id text not null,
        before jsonb,
        after jsonb,
        reason text,
        constraint audit_log_names_who check ((actor_id is null) = (actor_type in ('command_line', 'system')))
      )`,
      // The log as a whole, the newest first.
      'create index audit_log_newest on audit_log (at desc, id desc)',
      // What a person has done, and the entries of one who is erased.
      'create index audit_log_of_actor on audit_log (actor_id, at desc, id desc) where actor_id is not null',
      // What has been done to something, and the entries about a person who is erased.
      'create index audit_log_of_subject on audit_log (subject_id, at desc, id desc)',
      // All of one action.
      'create index audit_log_of_action on audit_log (action, at desc, id desc)',

      // The only change is that of an erasure, which says so for its transaction: a person gives way to a pseudonym.
      `create function refuse_change_of_audit_log() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and current_setting('rolecall.erases_from_audit_log', true) = 'yes'
      and (new.id, new.at, new.actor_type, new.action, new.subject_type, new.before, new.after)
        is not distinct from (old.id, old.at, old.actor_type, old.action, old.subject_type, old.before, old.after)
      and (new.actor_network is null or new.actor_network = old.actor_network)
      and (new.reason is null or new.reason = old.reason)
    then
      return new;
    end if;
    raise exception 'the audit log is append-only';
  end $$`,
      `create trigger audit_log_is_append_only before update or delete on audit_log
    for each row execute function refuse_change_of_audit_log()`,
    ],
  },
  {
    name: '0036_audit_log_truncate',
    statements: [
      // A trigger for each row does not see `truncate`, which would empty the log at once.
      `create function refuse_emptying_of_audit_log() returns trigger language plpgsql as $$
  begin
    raise exception 'the audit log is append-only';
  end $$`,
      `create trigger audit_log_is_never_emptied before truncate on audit_log
    for each statement execute function refuse_emptying_of_audit_log()`,
    ],
  },
];
