import type { Job, Pay, PayLaw, ReferenceRates } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Info, Scale } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatDate, formatPay } from '../../lib/format.ts';
import { useMessages, useTimeFormat } from '../../lib/language.tsx';
import { accountQueries } from '../../lib/queries/account.ts';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { useAccount } from '../../lib/session.ts';
import { payNotesMessages } from './pay-notes.messages.ts';

/** What there is to say of the pay of a job beside its amount: where it was read, what it is in one's own currency, what is missing. */
export function PayNotes({ job }: { readonly job: Job }) {
  const { pay, pay_reading: reading, pay_law: law } = job;
  if (pay === null && law === null) return null;
  return (
    <div className="mt-4 space-y-2 text-sm text-muted">
      {pay !== null && reading !== null && <ReadNote reading={reading} />}
      {pay !== null && <Converted pay={pay} />}
      {pay === null && law !== null && <LawNote law={law} />}
    </div>
  );
}

const Note = ({ icon: Icon, children }: { readonly icon: typeof Info; readonly children: ReactNode }) => (
  <p className="flex items-start gap-2">
    <Icon className="mt-0.5 size-4 shrink-0 text-line-strong" aria-hidden />
    <span className="min-w-0 break-words">{children}</span>
  </p>
);

function ReadNote({ reading }: { readonly reading: NonNullable<Job['pay_reading']> }) {
  const words = useMessages(payNotesMessages);
  const { evidence, gross, months } = reading;
  return (
    <Note icon={Info}>
      {words.read({ evidence })}
      {gross !== null && ` ${gross ? words.gross() : words.net()}`}
      {months !== null && ` ${words.payments({ count: months })}`}
    </Note>
  );
}

/** An amount by a rate, to three figures: more would pretend to know more. */
function convert(amount: number | null, rate: number): number | null {
  return amount === null ? null : Number((amount * rate).toPrecision(3));
}

function toCurrency(pay: Pay, currency: string, rates: ReferenceRates): Pay | null {
  const from = rates.per_euro[pay.currency];
  const to = rates.per_euro[currency];
  if (from === undefined || to === undefined) return null;
  return {
    minimum: convert(pay.minimum, to / from),
    maximum: convert(pay.maximum, to / from),
    currency,
    period: pay.period,
  };
}

/** In the currency of the person's own floor, where the job pays in another. */
function Converted({ pay }: { readonly pay: Pay }) {
  const words = useMessages(payNotesMessages);
  const format = useTimeFormat();
  const isSeeker = useAccount()?.role === 'job_seeker';
  const { data: profile } = useQuery({ ...accountQueries.profile(), enabled: isSeeker });
  const currency = isSeeker ? profile?.pay_floor?.currency : undefined;
  const isOther = currency !== undefined && currency !== pay.currency;
  const { data: rates } = useQuery({ ...jobQueries.rates(), enabled: isOther });
  const converted = isOther && rates !== undefined ? toCurrency(pay, currency, rates) : null;
  if (converted === null || rates === undefined) return null;
  return (
    <Note icon={Scale}>
      {words.converted({
        pay: formatPay(converted, format.locale),
        date: formatDate(`${rates.date}T12:00:00Z`, { ...format, timeZone: 'UTC' }),
      })}
    </Note>
  );
}

function LawNote({ law }: { readonly law: PayLaw }) {
  const words = useMessages(payNotesMessages);
  const format = useTimeFormat();
  const place =
    law.region_name ?? new Intl.DisplayNames(format.locale, { type: 'region' }).of(law.place) ?? law.place;
  return (
    <Note icon={Scale}>
      {law.duty === 'in_posting' ? words.law_in_posting({ place }) : words.law_before_interview({ place })}
      {law.employees !== null && ` ${words.law_employees({ count: law.employees })}`}
    </Note>
  );
}
