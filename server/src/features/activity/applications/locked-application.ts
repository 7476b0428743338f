import type { CompanyTrust } from '@rolecall/contract';
import type { ApplicationRow } from './applications.store.ts';
import type { PendingRejection } from './pending.store.ts';

/** An application with what the other side is told. */
export interface LockedApplication extends ApplicationRow {
  /** A rejection that the applicant does not know yet: until its release `status` is what they see. */
  readonly pending: PendingRejection | null;
  readonly title: string;
  readonly company_name: string;
  readonly company_trust: CompanyTrust;
  readonly company_domain: string | null;
  readonly applicant_name: string;
}
