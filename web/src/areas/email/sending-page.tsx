import type { MailSending } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Mail } from 'lucide-react';
import { Card, Section } from '../../components/ui/card.tsx';
import { EmptyState, ErrorState, ListSkeleton } from '../../components/ui/feedback.tsx';
import { Meter } from '../../components/ui/meter.tsx';
import { Page } from '../../components/ui/page.tsx';
import { DateTime } from '../../components/ui/time.tsx';
import { useNow } from '../../lib/clock.ts';
import { useMessages } from '../../lib/language.tsx';
import { EmailTabs } from './email-tabs.tsx';
import { emailMessages } from './messages.ts';
import { ProviderItem } from './provider-item.tsx';
import { mailSendingQuery } from './queries.ts';

export const SendingPage = () => {
  const words = useMessages(emailMessages);
  return (
    <Page title={words.email()} width="medium" description={words.sending_about()}>
      <EmailTabs />
      <Sending />
    </Page>
  );
};

function Sending() {
  const words = useMessages(emailMessages);
  const { data, error, isError, refetch } = useQuery(mailSendingQuery());
  if (data === undefined) {
    return isError ? <ErrorState error={error} onRetry={() => void refetch()} /> : <ListSkeleton rows={3} />;
  }
  const { providers, throttled, warm_up: warmUp } = data;
  return (
    <div className="space-y-6">
      {providers.length === 0 ? (
        <Card>
          <EmptyState icon={Mail} title={words.sends_none()}>
            {words.sends_none_why()}
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
  const words = useMessages(emailMessages);
  const { domain, day, days, limit, taken } = warmUp;
  return (
    <Section
      title={words.warm_up()}
      description={<span className="wrap-anywhere">{words.warm_up_about({ domain, day, days })}</span>}
    >
      <Meter value={taken} total={limit} label={words.mails_today()} />
      <p className="mt-2 text-sm text-muted tabular-nums">
        {words.of_today({ taken, mails: words.mails({ count: limit }) })}
      </p>
    </Section>
  );
};

const Throttled = ({ throttled }: { readonly throttled: MailSending['throttled'] }) => {
  const words = useMessages(emailMessages);
  const now = useNow();
  return (
    <Section title={words.throttled()} description={words.throttled_about()}>
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
                  {words.none_until()} <DateTime value={until} />
                  {words.until_then()}{' '}
                </>
              )}
              {words.at_a_time({ count: places })} · <span className="break-all">{host}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
};
