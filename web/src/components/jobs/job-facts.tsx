import { employmentTypeLabels, type JobSummary, seniorityLabels, workplaceLabels } from '@rolecall/contract';
import { Banknote, CalendarClock, Clock, GraduationCap, House, type LucideIcon, MapPin } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';
import { formatDate, formatPay } from '../../lib/format.ts';
import { locale, useTimeFormat } from '../../lib/locale.ts';

const maximumPlaces = 3;

interface FactProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly children: ReactNode;
}

const Fact = ({ icon: Icon, name, children }: FactProps) => (
  <li className="inline-flex items-center gap-1.5">
    <Icon className="size-4 shrink-0 text-line-strong" aria-hidden />
    <span className="sr-only">{name}: </span>
    {children}
  </li>
);

/** Places, pay and terms of a job in one line that wraps. */
export function JobFacts({ job, className }: { readonly job: JobSummary; readonly className?: string }) {
  const format = useTimeFormat();
  const { places, workplace, employment_type: type, seniority, pay, deadline_at: deadline } = job;
  const morePlaces = places.length - maximumPlaces;
  return (
    <ul className={cn('flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted', className)}>
      {places.length > 0 && (
        <Fact icon={MapPin} name="Place">
          {places.slice(0, maximumPlaces).join(' · ')}
          {morePlaces > 0 && ` and ${morePlaces} more`}
        </Fact>
      )}
      {workplace !== null && (
        <Fact icon={House} name="Workplace">
          {workplaceLabels[workplace]}
        </Fact>
      )}
      {type !== null && (
        <Fact icon={Clock} name="Type">
          {employmentTypeLabels[type]}
        </Fact>
      )}
      {seniority !== null && (
        <Fact icon={GraduationCap} name="Seniority">
          {seniorityLabels[seniority]}
        </Fact>
      )}
      {pay !== null && (
        <Fact icon={Banknote} name="Pay">
          <span className="font-medium text-ink">{formatPay(pay, locale)}</span>
        </Fact>
      )}
      {deadline !== null && (
        <Fact icon={CalendarClock} name="Deadline">
          Apply by {formatDate(deadline, format)}
        </Fact>
      )}
    </ul>
  );
}
