import { type PersonalData, tableData } from '../../identity/personal-data/index.ts';

/** What an operator has announced to people. The announcements stay; the name of the operator goes. */
export const broadcastData: readonly PersonalData[] = [
  tableData({
    name: 'broadcasts',
    table: 'broadcasts',
    owner: 'created_by',
    key: { id: 'uuid' },
    erase: 'name',
  }),
  tableData({
    name: 'broadcast_decisions',
    table: 'broadcast_events',
    owner: 'actor_id',
    key: { id: 'bigint' },
    erase: 'name',
  }),
];
