import type { Preferences, PreferencesUpdate } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { client } from '../../../client.ts';
import { toastError } from '../../../lib/errors.ts';
import { useMessages } from '../../../lib/language.tsx';
import { accountQueries } from '../../../lib/queries/account.ts';
import { notificationSettingsMessages } from './messages.ts';
import { inverseOf, withUpdate } from './preferences.ts';

export interface PreferenceChange {
  readonly update: PreferencesUpdate;
  /** What a toast says, which offers to take it back; without it the page alone shows the change. */
  readonly told?: string | undefined;
}

const mutationKey = ['preferences', 'change'];

/**
 * Changes settings one after the other. Each is shown at once and taken back when it fails; while others are still on
 * their way, an answer is not shown, because it does not know of them.
 */
export function useChangePreferences(): (change: PreferenceChange) => void {
  const words = useMessages(notificationSettingsMessages);
  const queries = useQueryClient();
  const { queryKey } = accountQueries.preferences();
  const { mutate } = useMutation({
    mutationKey,
    scope: { id: 'preferences' },
    mutationFn: ({ update }: PreferenceChange) => client.preferences.update({ body: update }),
    async onMutate({ update }) {
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueryData<Preferences>(queryKey);
      if (before !== undefined) queries.setQueryData(queryKey, withUpdate(before, update, new Date()));
      return { before };
    },
    async onSuccess(updated, { update, told }, { before }) {
      if (queries.isMutating({ mutationKey }) === 1) queries.setQueryData(queryKey, updated);
      if (update.minimum_match_score !== undefined) {
        await queries.invalidateQueries({ queryKey: accountQueries.profile().queryKey });
      }
      if (told === undefined) return;
      toast.success(
        told,
        before && {
          action: { label: words.undo(), onClick: () => mutate({ update: inverseOf(before, update) }) },
        },
      );
    },
    async onError(error, _change, context) {
      toastError(error);
      if (context?.before !== undefined) queries.setQueryData(queryKey, context.before);
      await queries.invalidateQueries({ queryKey });
    },
  });
  return mutate;
}
