import { type PersonalData, tableData } from '../../identity/personal-data/index.ts';

export const alertData: readonly PersonalData[] = [
  tableData({
    name: 'alert_findings',
    table: 'alert_findings',
    key: { cluster_id: 'uuid', alert_id: 'uuid' },
    erase: 'row',
  }),
  tableData({ name: 'alert_windows', table: 'alert_windows', key: { id: 'uuid' }, erase: 'row' }),
  tableData({ name: 'alerts', table: 'alerts', key: { id: 'uuid' }, erase: 'row' }),
];
