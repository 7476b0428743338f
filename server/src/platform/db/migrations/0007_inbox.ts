import { statements } from './statements.ts';

export const inbox = statements(
  // Grows with every change that a person makes in the inbox, so that other devices notice those that leave its counts.
  'alter table inboxes add column revision bigint not null default 0',

  // Deleted by its person. It can be put back until it loses its seq and its payload.
  'alter table notifications add column deleted_at timestamptz',

  // None of these indexes has a row of the inbox as it arrives.
  // What was deleted and has yet to be emptied.
  `create index notifications_deleted on notifications (deleted_at)
    where deleted_at is not null and seq is not null`,
  // The lists of the archive, of what is snoozed and of what is pinned, page by page.
  `create index notifications_archived on notifications (user_id, shown_at desc, seq desc)
    where archived_at is not null`,
  `create index notifications_snoozed_lists on notifications (user_id, shown_at desc, seq desc)
    where snoozed_until is not null`,
  `create index notifications_pinned on notifications (user_id, shown_at desc, seq desc)
    where pinned_at is not null`,
  // The list of what was kept out of the inbox, page by page.
  `create index notifications_withheld on notifications (user_id, created_at desc, id desc)
    where withheld is not null`,
);
