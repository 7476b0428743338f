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
import { locale } from '../../lib/locale.ts';
import { mailSendingQuery } from './queries.ts';

type Process = MailProviderStatus['processes'][number];

const kinds: Readonly<Record<MailProviderStatus['kind'], string>> = {
  smtp: 'Mail server',
  sendgrid: 'SendGrid',
  ses: 'Amazon SES',
  postmark: 'Postmark',
  resend: 'Resend',
};

const states: Readonly<Record<Process['breaker'], { readonly label: string; readonly tone: Tone }>> = {
  closed: { label: 'Works', tone: 'accent' },
  half_open: { label: 'Being tried again', tone: 'warn' },
  open: { label: 'Left alone', tone: 'danger' },
};

/** The worst that a process says, since one that fails is what an operator looks for. */
function stateOf({ is_paused: isPaused, processes }: MailProviderStatus) {
  if (isPaused) return { label: 'Paused', tone: 'neutral' } as const;
  const worst = (['open', 'half_open', 'closed'] as const).find((state) =>
    processes.some(({ breaker }) => breaker === state),
  );
  return worst === undefined ? ({ label: 'No process sends', tone: 'warn' } as const) : states[worst];
}

interface ProviderItemProps {
  readonly provider: MailProviderStatus;
  /** In the order of failover, from 1. */
  readonly place: number;
}

export function ProviderItem({ provider, place }: ProviderItemProps) {
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
  const pause = useMutation(steer(client.mailSending.pause, `${name} gets no more mails`));
  const resume = useMutation(steer(client.mailSending.resume, `${name} gets mails again`));
  const closeBreaker = useMutation(steer(client.mailSending.closeBreaker, `${name} is tried again`));

  const state = stateOf(provider);
  const isLeftAlone = processes.some(({ breaker }) => breaker !== 'closed');
  return (
    <Card className="p-5 sm:p-6" data-testid="mail-provider">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-2 text-base">
            <span className="text-muted tabular-nums">{place}.</span>
            <span className="font-semibold break-all">{name}</span>
            <Badge tone={state.tone}>{state.label}</Badge>
          </h2>
          <p className="mt-1 text-sm text-muted">{kinds[kind]}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          {isLeftAlone && !isPaused && (
            <Button
              size="small"
              busy={closeBreaker.isPending}
              onClick={() => closeBreaker.mutate()}
              aria-label={`Try ${name} again now`}
            >
              <Zap aria-hidden />
              Try again now
            </Button>
          )}
          {isPaused ? (
            <Button
              size="small"
              busy={resume.isPending}
              onClick={() => resume.mutate()}
              aria-label={`Resume ${name}`}
            >
              <Play aria-hidden />
              Resume
            </Button>
          ) : (
            <Button size="small" onClick={() => setAsking(true)} aria-label={`Pause ${name}`}>
              <Pause aria-hidden />
              Pause
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
        title={`Give no more mails to ${name}?`}
        description="The next provider gets them; where there is none, mails wait. What is under way is finished."
        action="Pause"
        busy={pause.isPending}
        onConfirm={() => pause.mutate()}
      />
    </Card>
  );
}

const ProcessState = ({ process }: { readonly process: Process }) => (
  <div className="space-y-3 text-sm">
    <p className="text-xs break-all text-muted">{process.host}</p>
    <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4">
      <Fact label="Rate">{rateOf(process)}</Fact>
      <Fact label="Under way">
        {formatCount(process.in_flight, locale)} of {formatCount(process.concurrency, locale)}
      </Fact>
      <Fact label="Last taken">
        {process.last_success_at === null ? 'none yet' : <RelativeTime value={process.last_success_at} />}
      </Fact>
      <Fact label="Last refused">
        {process.last_error_at === null ? 'none yet' : <RelativeTime value={process.last_error_at} />}
      </Fact>
    </dl>
    {process.breaker === 'half_open' && <p className="text-warn-ink">The next mail tries it again.</p>}
    {process.breaker === 'open' && process.retry_at !== null && (
      <p className="text-danger-ink">
        Left alone until <DateTime value={process.retry_at} />
      </p>
    )}
    {process.last_error !== null && (
      <p className="rounded-lg bg-sunken px-3 py-2 font-mono text-xs break-words text-muted">
        {process.last_error}
      </p>
    )}
  </div>
);

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt className="text-xs text-muted">{label}</dt>
    <dd className="mt-0.5 tabular-nums">{children}</dd>
  </div>
);

function rateOf({ rate, ceiling }: Process): string {
  if (rate === null) return 'unlimited';
  const shown = `${formatCount(Math.round(rate * 10) / 10, locale)}/s`;
  return ceiling === null || rate >= ceiling ? shown : `${shown} of ${formatCount(ceiling, locale)}`;
}
