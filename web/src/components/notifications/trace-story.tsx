import { channelWords, type Trace, type TraceChannel, type TraceStep } from '@rolecall/contract';
import { CircleCheck, CircleDot, Eye, type LucideIcon, Scale, Send, Sparkles } from 'lucide-react';
import { cn } from '../../lib/cn.ts';
import { kindMessages } from '../../lib/kinds.messages.ts';
import { deliveryStatusMessages } from '../../lib/labels.messages.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { ReasonChips } from '../jobs/match-reasons.tsx';
import { Score } from '../jobs/score.tsx';
import { PathLink } from '../path-link.tsx';
import { Badge, type Tone } from '../ui/badge.tsx';
import { DateTime } from '../ui/time.tsx';
import { deliveryTones } from './delivery-tones.ts';
import { traceMessages } from './trace.messages.ts';

const stageIcons: Readonly<Record<TraceStep['stage'], LucideIcon>> = {
  event: CircleDot,
  match: Sparkles,
  decision: Scale,
  attempt: Send,
  receipt: Eye,
};

interface StoryProps {
  readonly trace: Trace;
  /** An operator cannot change what the person has decided. */
  readonly isOwn?: boolean;
}

/** The whole story of a notification: where it stands now, and how it got there. */
export function TraceStory({ trace, isOwn = true }: StoryProps) {
  const words = useMessages(traceMessages);
  const kinds = useMessages(kindMessages);
  return (
    <div className="space-y-5 text-sm">
      <div className="space-y-1">
        <p className="font-semibold break-words">{trace.title}</p>
        <p className="text-muted">
          {words.of_kind({ kind: kinds[trace.kind](), about: kinds[`${trace.kind}_about`]() })}
        </p>
      </div>
      {trace.match !== null && (
        <div className="flex items-center gap-3">
          <Score score={trace.match.score} />
          <ReasonChips reasons={trace.match.reasons} className="min-w-0" />
        </div>
      )}
      {trace.parts.length > 0 && (
        <ul className="space-y-2" data-testid="trace-parts">
          {trace.parts.map(({ title, message, path }) => (
            <li key={`${title} ${path ?? ''}`} className="min-w-0">
              <p className="font-medium break-words">
                {path === null || !isOwn ? (
                  title
                ) : (
                  <PathLink path={path} className="hover:underline">
                    {title}
                  </PathLink>
                )}
              </p>
              <p className="text-muted">{message}</p>
            </li>
          ))}
        </ul>
      )}
      <ul className="space-y-2" aria-label={words.where_now()}>
        {trace.channels.map((channel) => (
          <ChannelState key={channel.channel} channel={channel} />
        ))}
      </ul>
      <div>
        <h3 className="mb-3 font-semibold">{words.what_happened()}</h3>
        <ol data-testid="trace-steps">
          {trace.steps.map((step, index) => (
            <Step
              key={`${step.at}-${step.stage}-${step.code}-${step.channel ?? ''}`}
              step={step}
              isLast={index === trace.steps.length - 1}
              isOwn={isOwn}
            />
          ))}
        </ol>
      </div>
    </div>
  );
}

function ChannelState({ channel }: { readonly channel: TraceChannel }) {
  const words = useMessages(traceMessages);
  const statuses = useMessages(deliveryStatusMessages);
  const { label: way } = useMessages(channelWords[channel.channel]);
  const { label, tone } = stateOf();
  function stateOf(): { readonly label: string; readonly tone: Tone } {
    const { status } = channel;
    if (status === 'in_inbox') return { label: words.there(), tone: 'accent' };
    if (status === 'withheld') return { label: words.kept_out(), tone: 'warn' };
    return { label: statuses[status](), tone: deliveryTones[status] };
  }
  return (
    <li className="rounded-xl border border-line p-4" data-testid="trace-channel">
      <div className="flex items-center justify-between gap-3">
        <span className="font-medium">{way()}</span>
        <Badge tone={tone}>{label}</Badge>
      </div>
      <p className="mt-1.5">{channel.text}</p>
      {channel.due_at !== null && (
        <p className="mt-1 text-xs text-muted">
          {words.waits_until()} <DateTime value={channel.due_at} />
        </p>
      )}
    </li>
  );
}

function Step({
  step,
  isLast,
  isOwn,
}: {
  readonly step: TraceStep;
  readonly isLast: boolean;
  readonly isOwn: boolean;
}) {
  const words = useMessages(traceMessages);
  const { locale } = useLanguage();
  const Icon = isLast ? CircleCheck : stageIcons[step.stage];
  return (
    <li className="relative flex gap-3 pb-5 last:pb-0">
      {!isLast && (
        <span aria-hidden className="absolute top-6 bottom-0 start-[0.5625rem] w-px bg-line-strong" />
      )}
      <Icon
        className={cn('mt-0.5 size-4.75 shrink-0', isLast ? 'text-accent-ink' : 'text-muted')}
        aria-hidden
      />
      <div className="min-w-0 space-y-0.5">
        <p className="break-words">{step.text}</p>
        <p className="text-xs text-muted">
          {words[step.stage]()}
          {step.channel !== null && ` · ${channelWords[step.channel](locale).label()}`}
          {step.times > 1 && ` · ${words.times({ count: step.times })}`}
          {' · '}
          <DateTime value={step.at} />
        </p>
        {step.detail !== null && (
          <p className="rounded-lg bg-sunken px-3 py-2 font-mono text-xs break-words">{step.detail}</p>
        )}
        {isOwn && step.path !== null && step.stage !== 'receipt' && (
          <p>
            <PathLink path={step.path} className="text-accent-ink underline underline-offset-2">
              {words.change_it()}
            </PathLink>
          </p>
        )}
      </div>
    </li>
  );
}
