import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { RelativeTime } from '../../components/ui/time.tsx';
import { cn } from '../../lib/cn.ts';
import { toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { mailAnalyticsQueries } from './analytics-queries.ts';
import { emailMessages } from './messages.ts';

/** Says when too much bounces or is reported as spam, and lets what is held back go on. */
export function AlarmBanner() {
  const words = useMessages(emailMessages);
  const queries = useQueryClient();
  const { data } = useQuery(mailAnalyticsQueries.mailAlarms());
  const resume = useMutation({
    mutationFn: () => client.mailAnalytics.resume(),
    onSuccess: (alarms) => {
      queries.setQueryData(mailAnalyticsQueries.mailAlarms().queryKey, alarms);
      toast.success(words.go_on());
    },
    onError: toastError,
  });
  if (data === undefined || (data.paused_at === null && data.alarms.length === 0)) return null;
  const isPaused = data.paused_at !== null;
  // Where a provider is named, the rate of all of them says nothing more.
  const alarms = data.alarms.filter(
    ({ provider, measure }) =>
      provider !== null || data.alarms.every((one) => one.measure !== measure || one.provider === null),
  );
  return (
    <Card
      role="status"
      className={cn(
        'mb-5 flex flex-wrap items-start gap-x-4 gap-y-3 p-4 sm:p-5',
        isPaused ? 'bg-danger-soft text-danger-ink' : 'bg-warn-soft text-warn-ink',
      )}
    >
      <TriangleAlert className="mt-0.5 size-5 shrink-0" aria-hidden />
      <div className="min-w-0 flex-1 basis-64 space-y-1 text-sm text-pretty">
        <p className="font-semibold">
          {isPaused ? words.paused_title() : words.warned_title()}
          {data.paused_at !== null && (
            <span className="font-normal">
              {' '}
              · <RelativeTime value={data.paused_at} />
            </span>
          )}
        </p>
        <ul>
          {alarms.map(({ provider, measure, level, rate, events, mails, window_minutes: minutes }) => (
            <li key={`${provider} ${measure}`}>
              {words[`${measure}_alarm`]({
                events,
                mails,
                hours: minutes / 60,
                provider: provider ?? words.all_providers(),
                rate: String(rate),
                limit: String(data.limits[measure][level]),
              })}
            </li>
          ))}
        </ul>
        {isPaused && <p>{words.paused_why()}</p>}
      </div>
      {isPaused && (
        <Button size="small" busy={resume.isPending} onClick={() => resume.mutate()}>
          {words.send_again()}
        </Button>
      )}
    </Card>
  );
}
