import { type Channel, channels, isSetUpByPerson } from '@rolecall/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { client } from '../../../client.ts';
import { Button } from '../../../components/ui/button.tsx';
import { Section } from '../../../components/ui/card.tsx';
import { describeError } from '../../../lib/errors.ts';
import { channelLabel } from '../../../lib/labels.ts';
import { notificationQueries, refreshInbox } from '../../../lib/queries/notifications.ts';

/** How often what became of a mail is asked for, in milliseconds, until it is known. */
const lookEvery = 1_000;

/** What is set up by the person is tried out where it is set up. */
const tried = channels.filter((channel) => !isSetUpByPerson(channel));

/** Lets people try out what reaches them, and tells what happened. */
export function TestMessages() {
  const queries = useQueryClient();
  const [channel, setChannel] = useState<Channel>();
  const send = useMutation({
    mutationFn: (wanted: Channel) => client.preferences.sendTestMessage({ body: { channel: wanted } }),
    onMutate: setChannel,
    onSuccess: () => refreshInbox(queries),
  });
  return (
    <Section title="Try it out" description="A test comes at once, whatever is held back otherwise.">
      <div className="flex flex-wrap gap-2">
        {tried.map((one) => (
          <Button key={one} busy={send.isPending && channel === one} onClick={() => send.mutate(one)}>
            <Send aria-hidden />
            Test {channelLabel(one)}
          </Button>
        ))}
      </div>
      <div role="status" className="mt-3 min-h-5 text-sm text-muted">
        {send.isError && <p className="text-danger-ink">{describeError(send.error).title}</p>}
        {send.isSuccess && channel !== undefined && (
          <Outcome notificationId={send.data.notification_id} channel={channel} />
        )}
      </div>
    </Section>
  );
}

interface OutcomeProps {
  readonly notificationId: string;
  readonly channel: Channel;
}

function Outcome({ notificationId, channel }: OutcomeProps) {
  const { data } = useQuery({
    ...notificationQueries.one(notificationId),
    enabled: channel !== 'inbox',
    refetchInterval: ({ state }) => {
      const delivery = state.data?.deliveries.find((one) => one.channel === channel);
      return delivery?.finished_at === null ? lookEvery : false;
    },
  });
  if (channel === 'inbox') return <p>It is in your inbox.</p>;
  const delivery = data?.deliveries.find((one) => one.channel === channel);
  return <p>{delivery === undefined ? 'It is on its way.' : delivery.explanation}</p>;
}
