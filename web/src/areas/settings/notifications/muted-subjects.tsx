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
import { accountQueries } from '../../../lib/queries/account.ts';

const subjectLabels: ReadonlyMap<string, string> = new Map([
  ['job', 'Job'],
  ['application', 'Application'],
  ['company', 'Company'],
]);

const wordFor = (subject: string) => subjectLabels.get(subject.split(':')[0] ?? '') ?? subject;

/** What the person hears nothing of, with a way back. */
export function MutedSubjects() {
  const query = useInfiniteQuery(accountQueries.mutes());
  return (
    <Section title="Muted" description="Jobs, applications and companies that you hear nothing more of.">
      <PagedList
        query={query}
        noun="muted"
        skeleton={<Skeleton className="h-10 w-full" />}
        empty={<p className="text-sm text-muted">Nothing is muted.</p>}
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
  const queries = useQueryClient();
  const { subject, label, until } = mute;
  const name = label === '' ? wordFor(subject) : label;
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
      toast.success(`You hear of “${name}” again`, {
        action: { label: 'Undo', onClick: () => again.mutate() },
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
          {wordFor(subject)}
          {until !== null && (
            <>
              {' · until '}
              <RelativeTime value={until} />
            </>
          )}
        </p>
      </div>
      <Button
        size="small"
        busy={unmute.isPending}
        aria-label={`Unmute ${name}`}
        onClick={() => unmute.mutate()}
      >
        Unmute
      </Button>
    </li>
  );
}
