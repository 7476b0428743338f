import type { Alert, AlertFinding } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { DateTime } from '../../components/ui/time.tsx';
import { cn } from '../../lib/cn.ts';
import { formatPay } from '../../lib/format.ts';
import { employmentTypeMessages, seniorityMessages, workplaceMessages } from '../../lib/labels.messages.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { alertQueries } from '../../lib/queries/alerts.ts';
import { alertMessages } from './messages.ts';
import { lapseBetween, rhythmOf } from './words.ts';

interface AlertCardProps {
  readonly alert: Alert;
  /** A notification has led here. */
  readonly isShown: boolean;
  readonly onEdit: () => void;
  readonly onPause: () => void;
  readonly onRemove: () => void;
}

export function AlertCard({ alert, isShown, onEdit, onPause, onRemove }: AlertCardProps) {
  const say = useMessages(alertMessages);
  const { locale } = useLanguage();
  const [open, setOpen] = useState(isShown);
  const card = useRef<HTMLDivElement>(null);
  const parts = useConditions(alert);
  useEffect(() => {
    if (isShown) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isShown]);
  return (
    <Card ref={card} className={cn('p-4 sm:p-5', isShown && 'border-accent')} data-testid="alert-card">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="break-words font-semibold">{alert.name}</h2>
          <p className="mt-1 break-words text-sm text-muted">{parts.join(' · ')}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Badge tone="accent">{rhythmOf(alert, say, locale)}</Badge>
          {alert.paused && <Badge tone="warn">{say.paused()}</Badge>}
        </div>
      </div>
      <p className="mt-2 text-sm text-muted">
        {say.lately({ count: alert.told_lately })}
        {alert.next_told_at !== null && (
          <>
            {' · '}
            {say.next()} <DateTime value={alert.next_told_at} />
          </>
        )}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="small" onClick={onEdit}>
          {say.edit()}
        </Button>
        <Button size="small" onClick={onPause}>
          {alert.paused ? say.resume() : say.pause()}
        </Button>
        <Button size="small" variant="ghost" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say.history()}
        </Button>
        <Button size="small" variant="quietDanger" onClick={onRemove}>
          {say.remove()}
        </Button>
      </div>
      {open && <Findings alertId={alert.id} />}
    </Card>
  );
}

/** What an alert looks for, in a few words each. */
function useConditions({ conditions }: Alert): string[] {
  const say = useMessages(alertMessages);
  const places = useMessages(workplaceMessages);
  const types = useMessages(employmentTypeMessages);
  const levels = useMessages(seniorityMessages);
  const { locale } = useLanguage();
  const {
    place,
    within_km: km,
    pay_minimum: minimum,
    pay_currency: currency,
    pay_period: period,
  } = conditions;
  const parts = [
    conditions.q,
    place,
    km === undefined ? undefined : say.within({ km: String(km) }),
    ...conditions.workplace.map((value) => places[value]()),
    ...conditions.employment_type.map((value) => types[value]()),
    ...conditions.seniority.map((value) => levels[value]()),
    minimum === undefined
      ? undefined
      : say.pay_from({ amount: formatPay({ minimum, maximum: minimum, currency, period }, locale) }),
    ...[[...conditions.without_companies, ...conditions.without_words]].flatMap((words) =>
      words.length === 0 ? [] : [say.without({ words })],
    ),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? [say.anything()] : parts;
}

function Findings({ alertId }: { readonly alertId: string }) {
  const say = useMessages(alertMessages);
  const { data } = useQuery(alertQueries.findings(alertId));
  if (data === undefined) return null;
  if (data.items.length === 0) return <p className="mt-4 text-sm text-muted">{say.history_none()}</p>;
  return (
    <ul className="mt-4 divide-y divide-line border-t border-line">
      {data.items.map((finding) => (
        <Finding key={`${finding.job?.id} ${finding.found_at}`} finding={finding} />
      ))}
    </ul>
  );
}

function Finding({ finding }: { readonly finding: AlertFinding }) {
  const say = useMessages(alertMessages);
  const { locale } = useLanguage();
  const { job, state, found_at: foundAt, posted_at: postedAt, told_at: toldAt } = finding;
  const found = lapseBetween(postedAt, foundAt, locale);
  return (
    <li className="py-2.5 text-sm">
      {job === null ? (
        <span className="text-muted">{say.gone()}</span>
      ) : (
        <Link
          to="/jobs/$jobId"
          params={{ jobId: job.id }}
          className="font-medium text-accent-ink underline underline-offset-2"
        >
          {job.title}
        </Link>
      )}
      {job !== null && <span className="text-muted"> · {job.company.name}</span>}
      <p className="text-muted">
        {say[state]()}
        {' · '}
        {toldAt === null
          ? say.found_delay({ found })
          : say.delay({ found, told: lapseBetween(foundAt, toldAt, locale) })}
      </p>
    </li>
  );
}
