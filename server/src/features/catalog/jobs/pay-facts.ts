import type { PayLaw, PayReading } from '@rolecall/contract';
import { payLawOf } from '../pay/index.ts';
import { readOffer } from '../places/index.ts';
import { type PayColumns, toPay } from './pay.ts';
import type { JobRow } from './rows.ts';

/** How the pay of a job was read out of its text; null where it stands in a field. */
export const toPayReading = (
  row: Pick<PayColumns, 'pay_evidence' | 'pay_gross' | 'pay_months'>,
): PayReading | null =>
  row.pay_evidence === null
    ? null
    : { evidence: row.pay_evidence, gross: row.pay_gross, months: row.pay_months };

/** The law that asks for pay in a posting that states none. */
export function missingPayLaw(job: JobRow): PayLaw | null {
  if (toPay(job) !== null || job.employment_type === 'volunteer') return null;
  const { places, scope } = readOffer({ places: job.places, workplace: job.workplace, description: '' });
  const sure = places.filter(({ unsure }) => !unsure).map(({ place }) => place);
  return payLawOf(
    [...sure.flatMap(({ country, region }) => [region ?? country, country]), ...(scope ?? [])],
    job.published_at,
  );
}
