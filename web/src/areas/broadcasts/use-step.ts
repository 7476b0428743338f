import type { BroadcastDetail } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { hasCode, toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { broadcastMessages } from './messages.ts';
import { broadcastChanged, refreshBroadcasts } from './queries.ts';

const steps = {
  start: client.broadcasts.start,
  pause: client.broadcasts.pause,
  resume: client.broadcasts.resume,
  stop: client.broadcasts.stop,
  unschedule: client.broadcasts.unschedule,
} as const;
export type StepName = keyof typeof steps;

/** Takes a step with a broadcast. */
export function useStep(id: string, onDone?: () => void) {
  const words = useMessages(broadcastMessages);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (step: StepName): Promise<BroadcastDetail> => steps[step]({ params: { broadcast_id: id } }),
    onSuccess: (broadcast, step) => {
      broadcastChanged(queries, broadcast);
      toast.success(words[`done_${step}`]());
      onDone?.();
    },
    onError: (error) => {
      toastError(error);
      // Somebody else, or time, has taken another step.
      if (hasCode(error, 'broadcast_status_conflict')) void refreshBroadcasts(queries);
      onDone?.();
    },
  });
}
