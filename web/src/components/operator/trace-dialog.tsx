import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../../lib/language.tsx';
import { traceQueries } from '../../lib/queries/traces.ts';
import { traceMessages } from '../notifications/trace.messages.ts';
import { TraceStory } from '../notifications/trace-story.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorState, Skeleton } from '../ui/feedback.tsx';

interface TraceDialogProps {
  readonly notificationId: string;
  readonly onClose: () => void;
  /** Whether it leads to all that the person got. */
  readonly withPerson?: boolean;
}

/** The story of anybody's notification, in the sentences that its person reads. */
export function TraceDialog({ notificationId, onClose, withPerson = false }: TraceDialogProps) {
  const words = useMessages(traceMessages);
  const { data, error, isError, refetch } = useQuery(traceQueries.ofAnybody(notificationId));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.story()}
      description={words.story_about()}
    >
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && !isError && <Skeleton className="h-40 w-full" />}
      {data !== undefined && (
        <div className="space-y-5">
          <TraceStory trace={data} isOwn={false} />
          {withPerson && (
            <p className="text-sm">
              <Link
                to="/operator/people/$userId"
                params={{ userId: data.user_id }}
                className="text-accent-ink underline underline-offset-2"
              >
                {words.everything()}
              </Link>
            </p>
          )}
        </div>
      )}
    </Dialog>
  );
}
