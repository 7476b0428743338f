import type { BroadcastDetail } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Confirm } from '../../components/ui/dialog.tsx';
import { useMessages } from '../../lib/language.tsx';
import { broadcastMessages } from './messages.ts';

import { broadcastQueries } from './queries.ts';
import { useStep } from './use-step.ts';

interface StartDialogProps {
  readonly broadcast: BroadcastDetail;
  readonly onClose: () => void;
}

/** Says how many people it reaches before it asks. */
export function StartDialog({ broadcast, onClose }: StartDialogProps) {
  const words = useMessages(broadcastMessages);
  const step = useStep(broadcast.id, onClose);
  const { data } = useQuery({ ...broadcastQueries.audience(broadcast.audience), staleTime: 0 });
  const people = data === undefined ? undefined : words.people({ count: data.count });
  return (
    <Confirm
      open
      onOpenChange={(open) => !open && onClose()}
      title={people === undefined ? words.tell_them() : words.tell_title({ people })}
      description={words.tell_about({
        title: broadcast.content.en.title,
        people: people ?? words.its_audience(),
      })}
      action={words.start_now()}
      busy={step.isPending}
      onConfirm={() => step.mutate('start')}
    />
  );
}
