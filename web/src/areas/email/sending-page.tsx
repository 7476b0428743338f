import type { MailSending } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Mail } from 'lucide-react';
import { Card, Section } from '../../components/ui/card.tsx';
import { EmptyState, ErrorState, ListSkeleton } from '../../components/ui/feedback.tsx';
import { Meter } from '../../components/ui/meter.tsx';
import { Page } from '../../components/ui/page.tsx';
import { DateTime } from '../../components/ui/time.tsx';
import { useNow } from '../../lib/clock.ts';
import { formatCount, pluralize } from '../../lib/format.ts';
import { locale } from '../../lib/locale.ts';
import { EmailTabs } from './email-tabs.tsx';
import { ProviderItem } from './provider-item.tsx';
import { mailSendingQuery } from './queries.ts';

export const SendingPage = () => (
  <Page
    title="E-mail"
    width="medium"
    description="Who takes the mails of this instance, in the order in which they are asked. Read again every five seconds."
  >
    <EmailTabs />
    <Sending />
  </Page>
);

function Sending() {
  const { data, error, isError, refetch } = useQuery(mailSendingQuery());
  if (data === undefined) {
    return isError ? <ErrorState error={error} onRetry={() => void refetch()} /> : <ListSkeleton rows={3} />;
  }
  const { providers, throttled, warm_up: warmUp } = data;
  return (
    <div className="space-y-6">
      {providers.length === 0 ? (
        <Card>
          <EmptyState icon={Mail} title="This instance sends no mail">
            Set <code>SMTP_URL</code> or <code>ROLECALL_MAIL_PROVIDERS</code> and start it again.
          </EmptyState>
        </Card>
      ) : (
        <ol className="space-y-3">
          {providers.map((provider, index) => (
            <li key={provider.name}>
              <ProviderItem provider={provider} place={index + 1} />
            </li>
          ))}
        </ol>
      )}
      {warmUp !== null && <WarmUp warmUp={warmUp} />}
      {throttled.length > 0 && <Throttled throttled={throttled} />}
    </div>
  );
}

const WarmUp = ({ warmUp }: { readonly warmUp: NonNullable<MailSending['warm_up']> }) => {
  const { domain, day, days, limit, taken } = warmUp;
  return (
    <Section
      title="Warm-up"
      description={
        <>
          <span className="font-medium break-all text-ink">{domain}</span> is new to receivers: day {day} of{' '}
          {days}. What is urgent or necessary goes out all the same; the rest waits for the next day.
        </>
      }
    >
      <Meter value={taken} total={limit} label="Mails of today" />
      <p className="mt-2 text-sm text-muted tabular-nums">
        {formatCount(taken, locale)} of {pluralize(limit, 'mail', 'mails', locale)} today
      </p>
    </Section>
  );
};

const Throttled = ({ throttled }: { readonly throttled: MailSending['throttled'] }) => {
  const now = useNow();
  return (
    <Section
      title="Receivers that want fewer"
      description="They have put mails off. Others go on meanwhile, and so does what is urgent."
    >
      <ul className="divide-y divide-line border-t border-line text-sm">
        {throttled.map(({ name, process_id, host, places, paused_until: until }) => (
          <li
            key={`${process_id}/${name}`}
            className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-3"
          >
            <span className="font-medium break-all">{name}</span>
            <span className="text-muted">
              {until !== null && new Date(until) > now && (
                <>
                  none until <DateTime value={until} />, then{' '}
                </>
              )}
              {formatCount(places, locale)} at a time · <span className="break-all">{host}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
};
