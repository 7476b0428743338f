import type { CompanyPostings } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Companies, CompanyStanding } from '../companies/index.ts';
import { countPostings } from './holds.store.ts';

export interface PostingQuota {
  readonly openJobs: number;
  readonly jobsPerDay: number;
}

interface QuotaDependencies {
  readonly clock: Clock;
  readonly quotas: PostingQuotas;
}

/** How much companies may post. */
export interface PostingQuotas {
  readonly unverified: PostingQuota;
  readonly verified: PostingQuota;
}

const day = 86_400_000;

const quotaOf = (quotas: PostingQuotas, { trust }: Pick<CompanyStanding, 'trust'>): PostingQuota =>
  quotas[trust === 'unverified' ? 'unverified' : 'verified'];

/** How a company stands with what it has posted. */
export async function readPostings(
  tx: Tx,
  { clock, quotas, companies }: QuotaDependencies & { readonly companies: Pick<Companies, 'postingRule'> },
  company: CompanyStanding,
): Promise<CompanyPostings> {
  const { openJobs, jobsPerDay } = quotaOf(quotas, company);
  const { open, waiting, recent } = await countPostings(
    tx,
    [company.id],
    new Date(clock.now().getTime() - day),
  );
  return {
    rule:
      company.trust === 'unverified'
        ? (company.postingRule ?? (await companies.postingRule(tx)))
        : 'announced',
    open,
    open_limit: openJobs,
    recent: recent.length,
    daily_limit: jobsPerDay,
    waiting,
  };
}

/**
 * Refuses a posting of a company that has enough; unverified ones that come with one domain have one quota. The company is locked,
 * and so are those, so that two at once cannot both be the last.
 *
 * @param isNew false: a job is opened again, which is none of the day's
 * @throws {ApplicationError} `too_many_open_jobs`, `posting_quota_reached`
 */
export async function assertMayPost(
  tx: Tx,
  { clock, quotas, companies }: QuotaDependencies & { readonly companies: Pick<Companies, 'lockSisters'> },
  company: CompanyStanding,
  isNew: boolean,
): Promise<void> {
  const { openJobs, jobsPerDay } = quotaOf(quotas, company);
  const now = clock.now().getTime();
  const counted = company.trust === 'unverified' ? await companies.lockSisters(tx, company.id) : [company.id];
  const { open, recent } = await countPostings(tx, counted, new Date(now - day));
  if (open >= openJobs) throw new ApplicationError('too_many_open_jobs', { extensions: { limit: openJobs } });
  if (!isNew || recent.length < jobsPerDay) return;
  // When so many of them are older than a day that one more has room.
  const leaving = recent.at(recent.length - jobsPerDay);
  const seconds = leaving === undefined ? 1 : Math.ceil((leaving.getTime() + day - now) / 1_000);
  throw new ApplicationError('posting_quota_reached', {
    extensions: { limit: jobsPerDay, retry_after: Math.max(1, seconds) },
  });
}
