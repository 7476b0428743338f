import type { BroadcastDetail } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Confirm } from '../../components/ui/dialog.tsx';
import { people } from './labels.ts';
import { broadcastQueries } from './queries.ts';
import { useStep } from './use-step.ts';

interface StartDialogProps {
  readonly broadcast: BroadcastDetail;
  readonly onClose: () => void;
}

/** Says how many people it reaches before it asks. */
export function StartDialog({ broadcast, onClose }: StartDialogProps) {
  const step = useStep(broadcast.id, onClose);
  const { data } = useQuery({ ...broadcastQueries.audience(broadcast.audience), staleTime: 0 });
  const reach = data === undefined ? 'its audience, which is being counted' : people(data.count);
  return (
    <Confirm
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Tell ${data === undefined ? 'them' : people(data.count)}?`}
      description={`“${broadcast.content.en.title}” goes to ${reach}. It can be paused and stopped, but whoever has been told has been told.`}
      action="Start now"
      busy={step.isPending}
      onConfirm={() => step.mutate('start')}
    />
  );
}
