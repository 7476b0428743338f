import type { ApplicationRow } from './applications.store.ts';

/** An application with what the other side is told. */
export interface LockedApplication extends ApplicationRow {
  readonly title: string;
  readonly company_name: string;
  readonly applicant_name: string;
}
