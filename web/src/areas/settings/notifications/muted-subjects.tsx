import type { Mute } from '@rolecall/contract';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { BellOff } from 'lucide-react';
import { toast } from 'sonner';
import { client } from '../../../client.ts';
import { Button } from '../../../components/ui/button.tsx';
import { Section } from '../../../components/ui/card.tsx';
import { Skeleton } from '../../../components/ui/feedback.tsx';
import { PagedList } from '../../../components/ui/paged-list.tsx';
import { RelativeTime } from '../../../components/ui/time.tsx';
import { toastError } from '../../../lib/errors.ts';
import { useMessages } from '../../../lib/language.tsx';
import { accountQueries } from '../../../lib/queries/account.ts';
import { limitMessages } from './limits.messages.ts';

const subjects: ReadonlyMap<string, 'job' | 'application' | 'company'> = new Map([
  ['job', 'job'],
  ['application', 'application'],
  ['company', 'company'],
]);

/** What the person hears nothing of, with a way back. */
export function MutedSubjects() {
  const words = useMessages(limitMessages);
  const query = useInfiniteQuery(accountQueries.mutes());
  return (
    <Section title={words.muted()} description={words.muted_about()}>
      <PagedList
        query={query}
        more={words.more()}
        skeleton={<Skeleton className="h-10 w-full" />}
        empty={<p className="text-sm text-muted">{words.nothing_muted()}</p>}
      >
        {(mutes) => (
          <ul className="divide-y divide-line">
            {mutes.map((mute) => (
              <MutedItem key={mute.subject} mute={mute} />
            ))}
          </ul>
        )}
      </PagedList>
    </Section>
  );
}

function MutedItem({ mute }: { readonly mute: Mute }) {
  const words = useMessages(limitMessages);
  const queries = useQueryClient();
  const { subject, label, until } = mute;
  const known = subjects.get(subject.split(':')[0] ?? '');
  const kind = known === undefined ? subject : words[known]();
  const name = label === '' ? kind : label;
  const refresh = () => queries.invalidateQueries({ queryKey: accountQueries.mutes().queryKey });
  const again = useMutation({
    mutationFn: () => client.preferences.mute({ params: { subject }, body: { label, until } }),
    onSuccess: refresh,
    onError: toastError,
  });
  const unmute = useMutation({
    mutationFn: () => client.preferences.unmute({ params: { subject } }),
    async onSuccess() {
      await refresh();
      toast.success(words.hear_again({ name }), {
        action: { label: words.undo(), onClick: () => again.mutate() },
      });
    },
    onError: toastError,
  });
  return (
    <li className="flex items-center gap-3 py-3 first:pt-0 last:pb-0">
      <BellOff className="size-4 shrink-0 text-muted" aria-hidden />
      <div className="min-w-0 flex-1 text-sm">
        <p className="truncate font-medium">{name}</p>
        <p className="text-muted">
          {kind}
          {until !== null && (
            <>
              {` · ${words.until()} `}
              <RelativeTime value={until} />
            </>
          )}
        </p>
      </div>
      <Button
        size="small"
        busy={unmute.isPending}
        aria-label={words.unmute_it({ name })}
        onClick={() => unmute.mutate()}
      >
        {words.unmute()}
      </Button>
    </li>
  );
}
