import { useQuery } from '@tanstack/react-query';
import { traceQueries } from '../../lib/queries/traces.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorState, Skeleton } from '../ui/feedback.tsx';
import { TraceStory } from './trace-story.tsx';

interface ExplanationDialogProps {
  /** The question that the story answers. */
  readonly title?: string;
  readonly notificationId: string;
  readonly onClose: () => void;
}

/** 'Why did I get this?': the story of a notification, from what raised it to what became of it. */
export function ExplanationDialog({
  title = 'Why did I get this?',
  notificationId,
  onClose,
}: ExplanationDialogProps) {
  const { data, error, isError, refetch } = useQuery(traceQueries.own(notificationId));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title}>
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && !isError && <Skeleton className="h-40 w-full" />}
      {data !== undefined && <TraceStory trace={data} />}
    </Dialog>
  );
}
