import { channelWords, type Person, type PersonAccount } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { deliveryTones } from '../../components/notifications/delivery-tones.ts';
import { Badge } from '../../components/ui/badge.tsx';
import { Section } from '../../components/ui/card.tsx';
import { ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { deliveryStatusMessages } from '../../lib/labels.messages.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { peopleQueries } from '../../lib/queries/traces.ts';
import { useAccount } from '../../lib/session.ts';
import { AccountActions } from './account-actions.tsx';
import { personAccountMessages } from './account-messages.ts';

/** How the account of a person stands, and what an operator can do about it. */
export function AccountPanel({ person }: { readonly person: Person }) {
  const { locale: lang } = useLanguage();
  const words = useMessages(personAccountMessages);
  const own = useAccount();
  const { data, error, isError, refetch } = useQuery(peopleQueries.account(person.user_id));
  return (
    <div lang={lang} data-testid="person-account">
      <Section
        title={words.title()}
        className="mb-5"
        action={
          <Link
            to="/operator/audit"
            search={{ subject: person.user_id, subject_type: 'person' }}
            className="text-sm text-accent-ink underline underline-offset-2"
          >
            {words.audit()}
          </Link>
        }
      >
        {isError && <ErrorState error={error} onRetry={() => void refetch()} className="py-4" />}
        {data === undefined && !isError && <Skeleton className="h-32 w-full" />}
        {data !== undefined && (
          <div className="space-y-5">
            <Facts person={person} account={data} />
            {own?.id === person.user_id ? (
              <p className="text-sm text-muted">{words.own()}</p>
            ) : (
              <AccountActions person={person} account={data} />
            )}
          </div>
        )}
      </Section>
    </div>
  );
}

interface FactsProps {
  readonly person: Person;
  readonly account: PersonAccount;
}

function Facts({ person, account }: FactsProps) {
  const words = useMessages(personAccountMessages);
  const { company, sessions, disabled_reason: reason } = account;
  return (
    <>
      {person.disabled_at === null ? (
        <Badge tone="accent">{words.active()}</Badge>
      ) : (
        <div className="space-y-1 rounded-xl bg-danger-soft px-4 py-3 text-sm text-danger-ink">
          <p className="font-medium">{words.disabled_since({ at: person.disabled_at })}</p>
          {reason !== null && <p className="break-words">{words.reason({ reason })}</p>}
        </div>
      )}
      <dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-[auto_1fr]">
        {company !== null && <Fact name={words.company()}>{company.name}</Fact>}
        <Fact name={words.sessions()}>
          {sessions.length === 0 ? words.nowhere() : words.signed_in({ count: sessions.length })}
          {sessions.length > 0 && (
            <ul className="text-muted">
              {sessions.slice(0, 5).map((session) => (
                <li key={session.id}>
                  {words.used({ device: deviceOf(session, words.unknown()), at: session.last_used_at })}
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact name={words.keys()}>{account.api_keys}</Fact>
        <Fact name={words.second_factor()}>
          {account.second_factors.length === 0
            ? words.nothing()
            : account.second_factors.map((factor) => words[factor]()).join(', ')}
        </Fact>
        <Fact name={words.deliveries()}>
          <DeliveryCounts userId={person.user_id} />
        </Fact>
      </dl>
    </>
  );
}

const deviceOf = (
  { browser, system }: Pick<PersonAccount['sessions'][number], 'browser' | 'system'>,
  unknown: string,
): string => [browser, system].filter((name) => name !== null).join(', ') || unknown;

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <>
    <dt className="text-muted">{name}</dt>
    <dd className="min-w-0 break-words">{children}</dd>
  </>
);

function DeliveryCounts({ userId }: { readonly userId: string }) {
  const words = useMessages(personAccountMessages);
  const statuses = useMessages(deliveryStatusMessages);
  const { locale } = useLanguage();
  const { data } = useQuery(peopleQueries.deliveries(userId));
  if (data === undefined) return <Skeleton className="h-5 w-40" />;
  if (data.counts.length === 0) return words.none();
  return (
    <span className="flex flex-wrap gap-1.5">
      {data.counts.map(({ channel, status, count }) => (
        <Badge key={`${channel} ${status}`} tone={deliveryTones[status]}>
          {words.counted({
            channel: channelWords[channel](locale).label(),
            state: statuses[status](),
            count,
          })}
        </Badge>
      ))}
    </span>
  );
}
