import type { SessionItem } from '@rolecall/contract';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Section } from '../../components/ui/card.tsx';
import { Confirm } from '../../components/ui/dialog.tsx';
import { ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { hasCode, toastError } from '../../lib/errors.ts';
import { useKeyChoice } from '../../lib/key-choice.tsx';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { sessionMessages } from './messages.ts';

const sessionsQuery = () => queryOptions({ queryKey: ['sessions'], queryFn: () => client.me.listSessions() });

/** Where the person is signed in, with a way to end that from afar. */
export function SessionsSection() {
  const { locale: lang } = useLanguage();
  const words = useMessages(sessionMessages);
  const { data, error, isError, refetch } = useQuery(sessionsQuery());
  const items = data?.items ?? [];
  const hasOthers = items.some(({ is_current }) => !is_current);
  return (
    <div lang={lang}>
      <Section title={words.title()} description={words.hint()}>
        {isError && <ErrorState error={error} onRetry={() => void refetch()} className="py-4" />}
        {data === undefined && !isError && <Skeleton className="h-16 w-full" />}
        {items.length > 0 && (
          <ul className="divide-y divide-line" aria-label={words.title()}>
            {items.map((item) => (
              <SessionRow key={item.id} item={item} />
            ))}
          </ul>
        )}
        {data !== undefined && !hasOthers && <p className="mt-3 text-sm text-muted">{words.only_this()}</p>}
        {hasOthers && <EndOthers />}
      </Section>
    </div>
  );
}

function SessionRow({ item }: { readonly item: SessionItem }) {
  const words = useMessages(sessionMessages);
  const queries = useQueryClient();
  const { id, browser, system, address, created_at: created, last_used_at: used } = item;
  const named = [browser, system].filter((name) => name !== null).join(', ');
  const device = named === '' ? words.unknown() : named;
  const end = useMutation({
    mutationFn: () => client.me.endSession({ params: { session_id: id } }),
    onSuccess: () => toast.success(words.ended({ device })),
    // One that has ended by itself meanwhile is what was wanted.
    onError: (error) => !hasCode(error, 'not_found') && toastError(error),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
  return (
    <li className="flex items-center gap-3 py-3 first:pt-0 last:pb-0" data-testid="session">
      <MonitorSmartphone className="size-4 shrink-0 text-muted" aria-hidden />
      <div className="min-w-0 flex-1 text-sm">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          {device}
          {item.is_current && <Badge tone="accent">{words.this_one()}</Badge>}
        </p>
        <p className="break-words text-muted">
          {words.used({ at: used })}
          {' · '}
          {address === '' ? words.began({ at: created }) : words.began_from({ at: created, address })}
        </p>
      </div>
      {!item.is_current && (
        <Button
          variant="quietDanger"
          size="small"
          busy={end.isPending}
          aria-label={words.end_of({ device, at: used })}
          onClick={() => end.mutate()}
        >
          {words.end()}
        </Button>
      )}
    </li>
  );
}

function EndOthers() {
  const words = useMessages(sessionMessages);
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { keepsKeys, choice } = useKeyChoice();
  const end = useMutation({
    mutationFn: () => client.me.endOtherSessions({ body: { keep_api_keys: keepsKeys } }),
    onSuccess: () => toast.success(words.ended_others()),
    onError: toastError,
    onSettled: async () => {
      setAsking(false);
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['sessions'] }),
        queries.invalidateQueries({ queryKey: ['api-keys'] }),
      ]);
    },
  });
  return (
    <>
      <Button variant="quietDanger" className="mt-2 -ms-4" onClick={() => setAsking(true)}>
        {words.end_others()}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={words.end_others_title()}
        description={words.end_others_why()}
        action={words.end_others()}
        busy={end.isPending}
        onConfirm={() => end.mutate()}
      >
        {choice}
      </Confirm>
    </>
  );
}
