import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { toast } from 'sonner';
import { describeError } from '../../lib/errors.ts';
import { refreshDevices } from './queries.ts';
import { pushSupport, subscribeToSupport } from './support.ts';
import { thisBrowser } from './this-browser.ts';
import { usePushMessages } from './use-messages.ts';

export const usePushSupport = () => useSyncExternalStore(subscribeToSupport, pushSupport);

/** Turns pushes on in this browser, and says what came of it. */
export function useTurningOn(accountId: string) {
  const queries = useQueryClient();
  const { words } = usePushMessages();
  return useMutation({
    mutationFn: () => thisBrowser.turnOn(accountId),
    onSuccess: (device) =>
      device === null ? toast.message(words.denied()) : toast.success(words.turned_on()),
    onError: (error) => toast.error(words.failed_to_turn_on(), { description: describeError(error).detail }),
    onSettled: () => refreshDevices(queries),
  });
}
