export type { DataSubject, PersonalData } from './personal-data.ts';
export { type PersonalTable, tableData } from './table-data.store.ts';
