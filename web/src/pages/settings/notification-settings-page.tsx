import { type CategoryPreference, type Channel, channels } from '@rolecall/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { client } from '../../client.ts';
import { Card } from '../../components/ui/card.tsx';
import { ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { PageTitle } from '../../components/ui/page.tsx';
import { Switch } from '../../components/ui/switch.tsx';
import { toastError } from '../../lib/errors.ts';
import { categoryDescriptions, categoryLabels, channelLabels } from '../../lib/labels.ts';
import { accountQueries } from '../../lib/queries/account.ts';

export function NotificationSettingsPage() {
  const { data, error, isError, refetch } = useQuery(accountQueries.preferences());
  return (
    <>
      <PageTitle title="Notification settings" />
      <h1 className="text-xl">What reaches you, and how</h1>
      <p className="mt-1 mb-5 text-sm text-muted">You decide for each category by which way it comes.</p>
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && !isError && <Skeleton className="h-80 w-full rounded-2xl" />}
      {data !== undefined && <PreferenceTable preferences={data.categories} />}
    </>
  );
}

interface Change {
  readonly category: CategoryPreference['category'];
  readonly channel: Channel;
  readonly enabled: boolean;
}

function PreferenceTable({ preferences }: { readonly preferences: readonly CategoryPreference[] }) {
  const queries = useQueryClient();
  const { queryKey } = accountQueries.preferences();
  const change = useMutation({
    mutationFn: ({ category, channel, enabled }: Change) =>
      client.preferences.update({
        body: { categories: [{ category, channels: { [channel]: enabled } }] },
      }),
    onMutate: ({ category, channel, enabled }) => {
      queries.setQueryData(
        queryKey,
        (current) =>
          current && {
            ...current,
            categories: current.categories.map((item) =>
              item.category === category
                ? {
                    ...item,
                    channels: item.channels.map((one) =>
                      one.channel === channel ? { ...one, enabled } : one,
                    ),
                  }
                : item,
            ),
          },
      );
    },
    onSuccess: (updated) => queries.setQueryData(queryKey, updated),
    onError: async (error) => {
      toastError(error);
      await queries.invalidateQueries({ queryKey });
    },
  });

  return (
    <Card className="overflow-hidden">
      <table className="w-full text-left">
        <caption className="sr-only">Which category of notifications comes by which channel</caption>
        <thead>
          <tr className="border-b border-line text-sm text-muted">
            <th scope="col" className="px-4 py-3 font-medium sm:px-6">
              Category
            </th>
            {channels.map((channel) => (
              <th key={channel} scope="col" className="w-20 px-2 py-3 text-center font-medium sm:w-28">
                {channelLabels[channel]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {preferences.map(({ category, channels: switches }) => (
            <tr key={category}>
              <th scope="row" className="px-4 py-4 font-normal sm:px-6">
                <span className="block font-medium">{categoryLabels[category]}</span>
                <span className="block text-sm text-muted">{categoryDescriptions[category]}</span>
              </th>
              {channels.map((channel) => {
                const preference = switches.find((item) => item.channel === channel);
                return (
                  <td key={channel} className="px-2 py-4 text-center align-middle">
                    {preference !== undefined && (
                      <span className="inline-flex flex-col items-center gap-1">
                        <Switch
                          checked={preference.enabled}
                          disabled={preference.mandatory}
                          aria-label={`${categoryLabels[category]} by ${channelLabels[channel]}`}
                          onCheckedChange={(enabled) => change.mutate({ category, channel, enabled })}
                        />
                        {preference.mandatory && (
                          <span className="inline-flex items-center gap-1 text-xs text-muted">
                            <Lock className="size-3" aria-hidden />
                            always
                          </span>
                        )}
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
