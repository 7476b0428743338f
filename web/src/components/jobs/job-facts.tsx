import type { JobSummary } from '@rolecall/contract';
import { Banknote, CalendarClock, Clock, GraduationCap, House, type LucideIcon, MapPin } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';
import { formatDate, formatPay } from '../../lib/format.ts';
import { employmentTypeMessages, seniorityMessages, workplaceMessages } from '../../lib/labels.messages.ts';
import { useMessages, useTimeFormat } from '../../lib/language.tsx';
import { jobPartsMessages } from './messages.ts';

const maximumPlaces = 3;

interface FactProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly children: ReactNode;
}

const Fact = ({ icon: Icon, name, children }: FactProps) => {
  const words = useMessages(jobPartsMessages);
  return (
    <li className="inline-flex items-center gap-1.5">
      <Icon className="size-4 shrink-0 text-line-strong" aria-hidden />
      <span className="sr-only">{words.fact({ name })} </span>
      {children}
    </li>
  );
};

/** Places, pay and terms of a job in one line that wraps. */
export function JobFacts({ job, className }: { readonly job: JobSummary; readonly className?: string }) {
  const words = useMessages(jobPartsMessages);
  const format = useTimeFormat();
  const workplaces = useMessages(workplaceMessages);
  const types = useMessages(employmentTypeMessages);
  const seniorities = useMessages(seniorityMessages);
  const { places, workplace, employment_type: type, seniority, pay, deadline_at: deadline } = job;
  const morePlaces = places.length - maximumPlaces;
  return (
    <ul className={cn('flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted', className)}>
      {places.length > 0 && (
        <Fact icon={MapPin} name={words.place()}>
          {morePlaces > 0
            ? words.more_places({ places: places.slice(0, maximumPlaces).join(' · '), count: morePlaces })
            : places.join(' · ')}
        </Fact>
      )}
      {workplace !== null && (
        <Fact icon={House} name={words.workplace()}>
          {workplaces[workplace]()}
        </Fact>
      )}
      {type !== null && (
        <Fact icon={Clock} name={words.type()}>
          {types[type]()}
        </Fact>
      )}
      {seniority !== null && (
        <Fact icon={GraduationCap} name={words.seniority()}>
          {seniorities[seniority]()}
        </Fact>
      )}
      {pay !== null && (
        <Fact icon={Banknote} name={words.pay()}>
          <span className="font-medium text-ink">{formatPay(pay, format.locale)}</span>
        </Fact>
      )}
      {deadline !== null && (
        <Fact icon={CalendarClock} name={words.deadline()}>
          {words.apply_by({ date: formatDate(deadline, format) })}
        </Fact>
      )}
    </ul>
  );
}
