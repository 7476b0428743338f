import type { ApiKey } from '@rolecall/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../../client.ts';
import { Button } from '../../../components/ui/button.tsx';
import { Section } from '../../../components/ui/card.tsx';
import { Confirm } from '../../../components/ui/dialog.tsx';
import { ErrorState, Skeleton } from '../../../components/ui/feedback.tsx';
import { toastError } from '../../../lib/errors.ts';
import { useLanguage, useMessages } from '../../../lib/language.tsx';
import { accountQueries } from '../../../lib/queries/account.ts';
import { CreateKeyDialog } from './create-dialog.tsx';
import { apiKeyMessages } from './messages.ts';
import { subjectsOf } from './scopes.ts';

export function ApiKeys() {
  const { locale: lang } = useLanguage();
  const words = useMessages(apiKeyMessages);
  const { data, error, isError, refetch } = useQuery(accountQueries.apiKeys());
  const [creating, setCreating] = useState(false);
  return (
    <div lang={lang}>
      <Section
        title={words.title()}
        description={
          <>
            {words.hint()}{' '}
            <a href="/api/docs" className="text-accent-ink underline underline-offset-2">
              {words.reference()}
            </a>
          </>
        }
        action={
          <Button size="small" onClick={() => setCreating(true)}>
            <Plus aria-hidden />
            {words.new_key()}
          </Button>
        }
      >
        {isError && <ErrorState error={error} onRetry={() => void refetch()} className="py-4" />}
        {data === undefined && !isError && <Skeleton className="h-16 w-full" />}
        {data?.items.length === 0 && <p className="text-sm text-muted">{words.none()}</p>}
        {data !== undefined && data.items.length > 0 && (
          <ul className="divide-y divide-line" aria-label={words.title()}>
            {data.items.map((key) => (
              <ApiKeyRow key={key.id} apiKey={key} />
            ))}
          </ul>
        )}
        {creating && <CreateKeyDialog onClose={() => setCreating(false)} />}
      </Section>
    </div>
  );
}

function ApiKeyRow({ apiKey }: { readonly apiKey: ApiKey }) {
  const words = useMessages(apiKeyMessages);
  const { name, prefix, last_used_at: used, expires_at: ends } = apiKey;
  const [asking, setAsking] = useState(false);
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => client.me.revokeApiKey({ params: { api_key_id: apiKey.id } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['api-keys'] });
      toast.success(words.revoked({ name }));
    },
    onError: toastError,
    onSettled: () => setAsking(false),
  });
  return (
    <li className="flex items-center gap-3 py-3 first:pt-0 last:pb-0" data-testid="api-key">
      <KeyRound className="size-4 shrink-0 text-muted" aria-hidden />
      <div className="min-w-0 flex-1 text-sm">
        <p className="truncate font-medium">
          {name} <code className="ms-1 text-xs font-normal text-muted">{prefix}…</code>
        </p>
        <p className="text-muted">
          {used === null ? words.never_used() : words.last_used({ at: used })}
          {' · '}
          {ends === null ? words.endless() : words.expires({ at: ends })}
        </p>
        <Allowed scopes={apiKey.scopes} />
      </div>
      <Button
        variant="quietDanger"
        size="small"
        aria-label={words.revoke_of({ name })}
        onClick={() => setAsking(true)}
      >
        {words.revoke()}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={words.revoke_title({ name })}
        description={words.revoke_why()}
        action={words.revoke()}
        busy={revoke.isPending}
        onConfirm={() => revoke.mutate()}
      />
    </li>
  );
}

/** What a key may do, in words. */
function Allowed({ scopes }: Pick<ApiKey, 'scopes'>) {
  const words = useMessages(apiKeyMessages);
  const read = subjectsOf(scopes, 'read').map((subject) => words[subject]());
  const changed = subjectsOf(scopes, 'change').map((subject) => words[subject]());
  return (
    <>
      {read.length > 0 && <p className="text-muted">{words.reads({ what: read })}</p>}
      {changed.length > 0 && <p className="text-muted">{words.changes({ what: changed })}</p>}
      {scopes.includes('events:send') && <p className="text-muted">{words.sends_events()}</p>}
      {scopes.length === 0 && <p className="text-muted">{words.nothing()}</p>}
    </>
  );
}
