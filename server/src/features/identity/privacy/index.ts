export type { DataSubject, PersonalData } from './personal-data.ts';
export {
  createPrivacy,
  type Farewell,
  type FarewellSender,
  type Privacy,
  type PrivacyDependencies,
} from './privacy.ts';
export { type PersonalTable, tableData } from './table-data.store.ts';
