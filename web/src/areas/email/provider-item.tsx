import type { MailProviderStatus } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Pause, Play, Zap } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Badge, type Tone } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Confirm } from '../../components/ui/dialog.tsx';
import { DateTime, RelativeTime } from '../../components/ui/time.tsx';
import { toastError } from '../../lib/errors.ts';
import { formatCount } from '../../lib/format.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { emailMessages } from './messages.ts';
import { mailSendingQuery } from './queries.ts';

type Process = MailProviderStatus['processes'][number];

/** Names of services are the same in every language. */
const services: Readonly<Record<Exclude<MailProviderStatus['kind'], 'smtp'>, string>> = {
  sendgrid: 'SendGrid',
  ses: 'Amazon SES',
  postmark: 'Postmark',
  resend: 'Resend',
};

type State = Process['breaker'] | 'paused' | 'none';

const tones: Readonly<Record<State, Tone>> = {
  closed: 'accent',
  half_open: 'warn',
  open: 'danger',
  paused: 'neutral',
  none: 'warn',
};

/** The worst that a process says, since one that fails is what an operator looks for. */
function stateOf({ is_paused: isPaused, processes }: MailProviderStatus): State {
  if (isPaused) return 'paused';
  const worst = (['open', 'half_open', 'closed'] as const).find((state) =>
    processes.some(({ breaker }) => breaker === state),
  );
  return worst ?? 'none';
}

interface ProviderItemProps {
  readonly provider: MailProviderStatus;
  /** In the order of failover, from 1. */
  readonly place: number;
}

export function ProviderItem({ provider, place }: ProviderItemProps) {
  const words = useMessages(emailMessages);
  const { name, kind, is_paused: isPaused, processes } = provider;
  const [isAsking, setAsking] = useState(false);
  const queries = useQueryClient();
  const params = { provider: name };
  const steer = (act: typeof client.mailSending.pause, told: string) => ({
    mutationFn: () => act({ params }),
    onSuccess: (sending: Awaited<ReturnType<typeof act>>) => {
      queries.setQueryData(mailSendingQuery().queryKey, sending);
      toast.success(told);
    },
    onError: toastError,
    onSettled: () => setAsking(false),
  });
  const pause = useMutation(steer(client.mailSending.pause, words.gets_no_more({ name })));
  const resume = useMutation(steer(client.mailSending.resume, words.gets_again({ name })));
  const closeBreaker = useMutation(steer(client.mailSending.closeBreaker, words.tried_again({ name })));

  const state = stateOf(provider);
  const isLeftAlone = processes.some(({ breaker }) => breaker !== 'closed');
  return (
    <Card className="p-5 sm:p-6" data-testid="mail-provider">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-2 text-base">
            <span className="text-muted tabular-nums">{place}.</span>
            <span className="font-semibold break-all">{name}</span>
            <Badge tone={tones[state]}>{words[`state_${state}`]()}</Badge>
          </h2>
          <p className="mt-1 text-sm text-muted">{kind === 'smtp' ? words.smtp() : services[kind]}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          {isLeftAlone && !isPaused && (
            <Button
              size="small"
              busy={closeBreaker.isPending}
              onClick={() => closeBreaker.mutate()}
              aria-label={words.try_named({ name })}
            >
              <Zap aria-hidden />
              {words.try_again()}
            </Button>
          )}
          {isPaused ? (
            <Button
              size="small"
              busy={resume.isPending}
              onClick={() => resume.mutate()}
              aria-label={words.resume_named({ name })}
            >
              <Play aria-hidden />
              {words.resume()}
            </Button>
          ) : (
            <Button size="small" onClick={() => setAsking(true)} aria-label={words.pause_named({ name })}>
              <Pause aria-hidden />
              {words.pause()}
            </Button>
          )}
        </div>
      </div>
      {processes.length > 0 && (
        <ul className="mt-4 divide-y divide-line border-t border-line">
          {processes.map((process) => (
            <li key={process.process_id} className="pt-4 not-last:pb-4">
              <ProcessState process={process} />
            </li>
          ))}
        </ul>
      )}
      <Confirm
        open={isAsking}
        onOpenChange={setAsking}
        title={words.pause_title({ name })}
        description={words.pause_why()}
        action={words.pause()}
        busy={pause.isPending}
        onConfirm={() => pause.mutate()}
      />
    </Card>
  );
}

function ProcessState({ process }: { readonly process: Process }) {
  const { formatLocale } = useLanguage();
  const words = useMessages(emailMessages);
  const count = (value: number) => formatCount(value, formatLocale);
  const rateOf = ({ rate, ceiling }: Process): string => {
    if (rate === null) return words.unlimited();
    const shown = `${count(Math.round(rate * 10) / 10)}/s`;
    return ceiling === null || rate >= ceiling
      ? shown
      : words.part_of({ part: shown, whole: count(ceiling) });
  };
  return (
    <div className="space-y-3 text-sm">
      <p className="text-xs break-all text-muted">{process.host}</p>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4">
        <Fact label={words.rate()}>{rateOf(process)}</Fact>
        <Fact label={words.under_way()}>
          {words.part_of({ part: count(process.in_flight), whole: count(process.concurrency) })}
        </Fact>
        <Fact label={words.last_taken()}>
          {process.last_success_at === null ? (
            words.none_yet()
          ) : (
            <RelativeTime value={process.last_success_at} />
          )}
        </Fact>
        <Fact label={words.last_refused()}>
          {process.last_error_at === null ? words.none_yet() : <RelativeTime value={process.last_error_at} />}
        </Fact>
      </dl>
      {process.breaker === 'half_open' && <p className="text-warn-ink">{words.next_tries()}</p>}
      {process.breaker === 'open' && process.retry_at !== null && (
        <p className="text-danger-ink">
          {words.alone_until()} <DateTime value={process.retry_at} />
        </p>
      )}
      {process.last_error !== null && (
        <p className="rounded-lg bg-sunken px-3 py-2 font-mono text-xs break-words text-muted">
          {process.last_error}
        </p>
      )}
    </div>
  );
}

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt className="text-xs text-muted">{label}</dt>
    <dd className="mt-0.5 tabular-nums">{children}</dd>
  </div>
);
