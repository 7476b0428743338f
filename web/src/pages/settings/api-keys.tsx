import { zodResolver } from '@hookform/resolvers/zod';
import { type ApiKey, apiKeyCreateSchema } from '@rolecall/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Copy, KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Section } from '../../components/ui/card.tsx';
import { Confirm, Dialog } from '../../components/ui/dialog.tsx';
import { ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { Field, FormError, Input, Select } from '../../components/ui/field.tsx';
import { RelativeTime } from '../../components/ui/time.tsx';
import { showFormError, toastError } from '../../lib/errors.ts';
import { accountQueries } from '../../lib/queries/account.ts';

const lifetimes = [
  { days: 30, label: '30 days' },
  { days: 90, label: '90 days' },
  { days: 365, label: 'One year' },
] as const;

export function ApiKeys() {
  const { data, error, isError, refetch } = useQuery(accountQueries.apiKeys());
  const [creating, setCreating] = useState(false);
  return (
    <Section
      title="API keys"
      description={
        <>
          For programs that act as you. The{' '}
          <a href="/api/docs" className="text-accent-ink underline underline-offset-2">
            API reference
          </a>{' '}
          tells how.
        </>
      }
      action={
        <Button size="small" onClick={() => setCreating(true)}>
          <Plus aria-hidden />
          New key
        </Button>
      }
    >
      {isError && <ErrorState error={error} onRetry={() => void refetch()} className="py-4" />}
      {data === undefined && !isError && <Skeleton className="h-16 w-full" />}
      {data?.items.length === 0 && <p className="text-sm text-muted">There are no keys.</p>}
      {data !== undefined && data.items.length > 0 && (
        <ul className="divide-y divide-line">
          {data.items.map((key) => (
            <ApiKeyRow key={key.id} apiKey={key} />
          ))}
        </ul>
      )}
      {creating && <CreateKeyDialog onClose={() => setCreating(false)} />}
    </Section>
  );
}

function ApiKeyRow({ apiKey }: { readonly apiKey: ApiKey }) {
  const [asking, setAsking] = useState(false);
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => client.me.revokeApiKey({ params: { api_key_id: apiKey.id } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['api-keys'] });
      toast.success(`“${apiKey.name}” is revoked`);
    },
    onError: toastError,
    onSettled: () => setAsking(false),
  });
  return (
    <li className="flex items-center gap-3 py-3 first:pt-0 last:pb-0">
      <KeyRound className="size-4 shrink-0 text-muted" aria-hidden />
      <div className="min-w-0 flex-1 text-sm">
        <p className="truncate font-medium">
          {apiKey.name} <code className="ml-1 text-xs font-normal text-muted">{apiKey.prefix}…</code>
        </p>
        <p className="text-muted">
          {apiKey.last_used_at === null ? (
            'Never used'
          ) : (
            <>
              Used <RelativeTime value={apiKey.last_used_at} />
            </>
          )}
          {apiKey.expires_at !== null && (
            <>
              {' · expires '}
              <RelativeTime value={apiKey.expires_at} />
            </>
          )}
        </p>
      </div>
      <Button
        variant="quietDanger"
        size="small"
        aria-label={`Revoke ${apiKey.name}`}
        onClick={() => setAsking(true)}
      >
        Revoke
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={`Revoke “${apiKey.name}”?`}
        description="Programs that use this key stop working at once. This can not be undone."
        action="Revoke"
        busy={revoke.isPending}
        onConfirm={() => revoke.mutate()}
      />
    </li>
  );
}

function CreateKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const queries = useQueryClient();
  const form = useForm({
    resolver: zodResolver(apiKeyCreateSchema),
    defaultValues: { name: '', expires_in_days: 90 },
  });
  const { errors } = form.formState;
  const create = useMutation({
    mutationFn: (body: { name: string; expires_in_days?: number | undefined }) =>
      client.me.createApiKey({ body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['api-keys'] }),
    onError: (error) => showFormError(form, error),
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="New API key">
      {create.data === undefined ? (
        <form
          onSubmit={form.handleSubmit((values) => create.mutate(values))}
          className="space-y-4"
          noValidate
        >
          <FormError message={errors.root?.['server']?.message} />
          <Field label="Name" error={errors.name?.message} hint="To know later what it is for.">
            {(attributes) => <Input {...attributes} autoComplete="off" {...form.register('name')} />}
          </Field>
          <Field label="Expires after" error={errors.expires_in_days?.message}>
            {(attributes) => (
              <Select
                {...attributes}
                {...form.register('expires_in_days', {
                  setValueAs: (value: string | number) => (value === '' ? undefined : Number(value)),
                })}
              >
                {lifetimes.map(({ days, label }) => (
                  <option key={days} value={days}>
                    {label}
                  </option>
                ))}
                <option value="">Never</option>
              </Select>
            )}
          </Field>
          <div className="flex justify-end gap-2">
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" busy={create.isPending}>
              Create key
            </Button>
          </div>
        </form>
      ) : (
        <NewKey value={create.data.key} onClose={onClose} />
      )}
    </Dialog>
  );
}

function NewKey({ value, onClose }: { readonly value: string; readonly onClose: () => void }) {
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(value);
      toast.success('Copied');
    } catch {
      toast.error('The browser does not let us copy', {
        description: 'Select the key and copy it yourself.',
      });
    }
  }
  return (
    <div className="space-y-4">
      <p className="text-sm">
        Copy the key now and keep it safe: <strong>it is shown this one time.</strong>
      </p>
      <div className="flex items-center gap-2">
        <code className="min-w-0 flex-1 rounded-lg bg-sunken px-3 py-2.5 text-sm break-all select-all">
          {value}
        </code>
        <Button onClick={() => void copy()}>
          <Copy aria-hidden />
          Copy
        </Button>
      </div>
      <div className="flex justify-end">
        <Button variant="primary" onClick={onClose}>
          I have kept it
        </Button>
      </div>
    </div>
  );
}
