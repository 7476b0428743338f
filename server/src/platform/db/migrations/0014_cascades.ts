import { statements } from './statements.ts';

/**
 * Notifications and deliveries are the rows that are written most, many in a statement. A foreign key looks its row up
 * and locks it for each of them, a quarter of the work, to find what the statement has just made certain: a notification
 * is only written by who holds the inbox of its person, a delivery only beside its notification. What foreign keys do
 * on the way out is done here once for a statement.
 */
export const cascades = statements(
  'alter table notifications drop constraint notifications_user_id_fkey',
  'alter table deliveries drop constraint deliveries_notification_id_fkey',

  `create function delete_with_inboxes() returns trigger language plpgsql as $$
  begin
    delete from notifications using gone where notifications.user_id = gone.user_id;
    return null;
  end $$`,
  `create trigger inboxes_cascade after delete on inboxes referencing old table as gone
    for each statement execute function delete_with_inboxes()`,

  `create function delete_with_notifications() returns trigger language plpgsql as $$
  begin
    delete from deliveries using gone where deliveries.notification_id = gone.id;
    return null;
  end $$`,
  `create trigger notifications_cascade after delete on notifications referencing old table as gone
    for each statement execute function delete_with_notifications()`,
);
