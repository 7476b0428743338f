import { type PersonalData, tableData } from '../../identity/personal-data/index.ts';

/** What operators have decided about vacancies. The decision stays; who has made it goes. */
export const rulingData: readonly PersonalData[] = [
  tableData({
    name: 'vacancy_rulings',
    table: 'vacancy_rulings',
    owner: 'decided_by',
    key: { id: 'uuid' },
    erase: 'name',
  }),
];
