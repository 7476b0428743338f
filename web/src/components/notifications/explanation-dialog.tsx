import { kinds, type Notification } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { channelLabels, deliveryStatusLabels, kindLabels } from '../../lib/labels.ts';
import { notificationQueries } from '../../lib/queries/notifications.ts';
import { ReasonChips } from '../jobs/match-reasons.tsx';
import { Score } from '../jobs/score.tsx';
import { Badge } from '../ui/badge.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorState, Skeleton } from '../ui/feedback.tsx';
import { DateTime } from '../ui/time.tsx';
import { deliveryTones } from './delivery-tones.ts';

interface ExplanationDialogProps {
  readonly notificationId: string;
  readonly onClose: () => void;
}

/** 'Why did I get this?': its kind, and what was decided for each channel. */
export function ExplanationDialog({ notificationId, onClose }: ExplanationDialogProps) {
  const { data, error, isError, refetch } = useQuery(notificationQueries.one(notificationId));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Why did I get this?">
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && !isError && <Skeleton className="h-40 w-full" />}
      {data !== undefined && (
        <div className="space-y-5 text-sm">
          <div className="space-y-1">
            <p className="font-semibold">{data.title}</p>
            <p className="text-muted">
              {kindLabels[data.kind]}: {kinds[data.kind].description}
            </p>
          </div>
          <MatchReasons notification={data} />
          <ul className="space-y-3">
            <li className="flex items-center justify-between gap-3 rounded-xl border border-line p-4">
              <span className="font-medium">{channelLabels.inbox}</span>
              <span className="text-muted">
                <DateTime value={data.created_at} />
              </span>
            </li>
            {data.deliveries.map((delivery) => (
              <li key={delivery.id} className="rounded-xl border border-line p-4">
                <div className="flex items-center justify-between gap-3">
                  <span className="font-medium">{channelLabels[delivery.channel]}</span>
                  <Badge tone={deliveryTones[delivery.status]}>{deliveryStatusLabels[delivery.status]}</Badge>
                </div>
                <p className="mt-1.5">{delivery.explanation}</p>
                <p className="mt-1 text-xs text-muted">
                  {delivery.finished_at === null ? 'Due ' : 'Decided '}
                  <DateTime value={delivery.finished_at ?? delivery.due_at} />
                  {delivery.attempts > 1 && ` · ${delivery.attempts} attempts`}
                </p>
              </li>
            ))}
          </ul>
          <p className="text-muted">
            You decide what reaches you in the{' '}
            <Link to="/settings/notifications" className="text-accent-ink underline underline-offset-2">
              notification settings
            </Link>
            .
          </p>
        </div>
      )}
    </Dialog>
  );
}

/** What a job alert knows of the match that caused it. */
function MatchReasons({ notification }: { readonly notification: Notification }) {
  if (notification.kind !== 'job_alert') return null;
  const alert = kinds.job_alert.payload.safeParse(notification.data);
  if (!alert.success) return null;
  return (
    <div className="flex items-center gap-3">
      <Score score={alert.data.score} />
      <ReasonChips reasons={alert.data.reasons} className="min-w-0" />
    </div>
  );
}
