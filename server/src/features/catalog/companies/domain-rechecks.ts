import type { CompanyDecision } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { type Audit, system } from '../../identity/audit/index.ts';
import type { Companies } from './companies.ts';
import { noteRecord, type ProvenRecord, selectDueRecords } from './domain-rechecks.store.ts';
import type { CompanyNotices } from './notices.ts';
import { nameOf, type TextRecords } from './proofs.ts';
import { type CompanyRecord, lockCompany } from './trust.store.ts';

/** Looks again for the records by which domains were proven: a domain may change hands. */
export interface DomainRechecks {
  /**
   * Looks for what was not looked for in a day, batch by batch. A record that is gone is told at once; after the grace
   * the company is unverified. Where the DNS does not answer nothing follows. Answers how many were looked for.
   */
  run(): Promise<number>;
}

const day = 86_400_000;
/** How long a record may be gone. docs/moderation.md and the texts of the notification name it. */
const graceMs = 14 * day;
/** Companies whose records are asked for at once. */
const batch = 10;
/** The next run goes on. */
const mostBatches = 100;

export function createDomainRechecks(dependencies: {
  readonly database: Database;
  readonly clock: Clock;
  readonly companies: Pick<Companies, 'withdraw'>;
  readonly audit: Pick<Audit, 'record'>;
  readonly notices: CompanyNotices;
  readonly dns: TextRecords;
}): DomainRechecks {
  const { database, clock, companies, audit, notices, dns } = dependencies;

  /** Null: it cannot be known. */
  async function isThere({ domain, value }: ProvenRecord): Promise<boolean | null> {
    try {
      return (await dns.texts(nameOf({ domain }))).includes(value);
    } catch {
      return null;
    }
  }

  async function tell(tx: Tx, company: CompanyRecord, decision: CompanyDecision): Promise<void> {
    await notices.tell(tx, company, { decision });
    await notices.tellOperators(tx, company, decision === 'lapsed' ? 'lapsed' : 'record_missing');
  }

  async function settle(tx: Tx, record: ProvenRecord, found: boolean | null): Promise<void> {
    const company = await lockCompany(tx, record.id);
    // Proven anew, or not any more, while the DNS was asked.
    if (company === undefined || company.record_value !== record.value) return;
    const now = clock.now();
    const since = company.record_missing_since;
    if (found !== false) {
      await noteRecord(tx, record.id, now, found === true ? null : since);
    } else if (since === null) {
      await noteRecord(tx, record.id, now, now);
      await tell(tx, company, 'record_missing');
    } else if (now.getTime() - since.getTime() < graceMs) {
      await noteRecord(tx, record.id, now, since);
    } else {
      await companies.withdraw(tx, record.id);
      await audit.record(tx, {
        actor: system,
        action: 'company_withdrawn',
        subjectId: record.id,
        before: { trust: 'verified', method: 'dns', domain: record.domain },
        after: { trust: 'unverified', method: null, domain: null },
      });
      await tell(tx, company, 'lapsed');
    }
  }

  return {
    async run() {
      let checked = 0;
      for (let round = 0; round < mostBatches; round += 1) {
        const due = await selectDueRecords(database.query, new Date(clock.now().getTime() - day), batch);
        // No transaction waits for the DNS.
        const found = await Promise.all(due.map(isThere));
        for (const [place, record] of due.entries())
          await database.transaction((tx) => settle(tx, record, found[place] ?? null));
        checked += due.length;
        if (due.length < batch) break;
      }
      return checked;
    },
  };
}
