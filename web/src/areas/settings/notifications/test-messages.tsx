import { type Channel, channels, channelWords, isSetUpByPerson } from '@rolecall/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { client } from '../../../client.ts';
import { Button } from '../../../components/ui/button.tsx';
import { Section } from '../../../components/ui/card.tsx';
import { describeError } from '../../../lib/errors.ts';
import { useLanguage, useMessages } from '../../../lib/language.tsx';
import { notificationQueries, refreshInbox } from '../../../lib/queries/notifications.ts';
import { notificationSettingsMessages } from './messages.ts';

/** How often what became of a mail is asked for, in milliseconds, until it is known. */
const lookEvery = 1_000;

/** What is set up by the person is tried out where it is set up. */
const tried = channels.filter((channel) => !isSetUpByPerson(channel));

/** Lets people try out what reaches them, and tells what happened. */
export function TestMessages() {
  const words = useMessages(notificationSettingsMessages);
  const { locale } = useLanguage();
  const queries = useQueryClient();
  const [channel, setChannel] = useState<Channel>();
  const send = useMutation({
    mutationFn: (wanted: Channel) => client.preferences.sendTestMessage({ body: { channel: wanted } }),
    onMutate: setChannel,
    onSuccess: () => refreshInbox(queries),
  });
  return (
    <Section title={words.try_out()} description={words.try_out_about()}>
      <div className="flex flex-wrap gap-2">
        {tried.map((one) => (
          <Button key={one} busy={send.isPending && channel === one} onClick={() => send.mutate(one)}>
            <Send aria-hidden />
            {words.test({ channel: channelWords[one](locale).label() })}
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
  const words = useMessages(notificationSettingsMessages);
  const { data } = useQuery({
    ...notificationQueries.one(notificationId),
    enabled: channel !== 'inbox',
    refetchInterval: ({ state }) => {
      const delivery = state.data?.deliveries.find((one) => one.channel === channel);
      return delivery?.finished_at === null ? lookEvery : false;
    },
  });
  if (channel === 'inbox') return <p>{words.in_inbox()}</p>;
  const delivery = data?.deliveries.find((one) => one.channel === channel);
  return <p>{delivery === undefined ? words.on_its_way() : delivery.explanation}</p>;
}
