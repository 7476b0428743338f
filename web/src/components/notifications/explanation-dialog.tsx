import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../lib/language.tsx';
import { traceQueries } from '../../lib/queries/traces.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorState, Skeleton } from '../ui/feedback.tsx';
import { traceMessages } from './trace.messages.ts';
import { TraceStory } from './trace-story.tsx';

interface ExplanationDialogProps {
  /** The question that the story answers. */
  readonly title?: string;
  readonly notificationId: string;
  readonly onClose: () => void;
}

/** 'Why did I get this?': the story of a notification, from what raised it to what became of it. */
export function ExplanationDialog({ title, notificationId, onClose }: ExplanationDialogProps) {
  const words = useMessages(traceMessages);
  const { data, error, isError, refetch } = useQuery(traceQueries.own(notificationId));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title ?? words.why_got()}>
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && !isError && <Skeleton className="h-40 w-full" />}
      {data !== undefined && <TraceStory trace={data} />}
    </Dialog>
  );
}
