import { tableData } from '../../identity/personal-data/index.ts';

/** What is known of the mails that a person got. */
export const mailEventData = tableData({
  name: 'mail_events',
  table: 'mail_events',
  key: { id: 'uuid' },
  erase: 'row',
});
