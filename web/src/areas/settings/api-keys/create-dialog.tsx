import type { ApiKeyScope } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { client } from '../../../client.ts';
import { FormFault } from '../../../components/form-fault.tsx';
import { Button } from '../../../components/ui/button.tsx';
import { Dialog } from '../../../components/ui/dialog.tsx';
import { Checkbox, Field, Fieldset, FormError, Input, Select } from '../../../components/ui/field.tsx';
import { type ErrorTitles, showFormError } from '../../../lib/errors.ts';
import { useLanguage, useMessages } from '../../../lib/language.tsx';
import { useProof } from '../../../lib/proof.ts';
import { useAccount } from '../../../lib/session.ts';
import { apiKeyMessages } from './messages.ts';
import { scopeParts, scopesFor, usualScopes } from './scopes.ts';

/** Days until a key ends. */
const lifetimes = [30, 90, 365, 730] as const;
const usualLifetime = 90;

interface DialogProps {
  readonly onClose: () => void;
}

export function CreateKeyDialog({ onClose }: DialogProps) {
  const { locale: lang } = useLanguage();
  const words = useMessages(apiKeyMessages);
  const queries = useQueryClient();
  const withProof = useProof();
  const create = useMutation({
    mutationFn: (body: NewKeyValues) => withProof(() => client.me.createApiKey({ body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['api-keys'] }),
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={words.new_key()}>
      <div lang={lang}>
        {create.data === undefined ? (
          <CreateForm create={create.mutateAsync} isCreating={create.isPending} onClose={onClose} />
        ) : (
          <NewKey value={create.data.key} onClose={onClose} />
        )}
      </div>
    </Dialog>
  );
}

interface NewKeyValues {
  name: string;
  expires_in_days: number;
  scopes: ApiKeyScope[];
}

interface CreateFormProps extends DialogProps {
  readonly create: (values: NewKeyValues) => Promise<unknown>;
  readonly isCreating: boolean;
}

function CreateForm({ create, isCreating, onClose }: CreateFormProps) {
  const words = useMessages(apiKeyMessages);
  const offered = scopesFor(useAccount()?.role ?? 'job_seeker');
  const form = useForm<NewKeyValues>({
    defaultValues: { name: '', expires_in_days: usualLifetime, scopes: usualScopes(offered) },
  });
  const { errors } = form.formState;
  const ownWords: ErrorTitles = new Map([['too_many_api_keys', words.too_many()]]);
  const submit = form.handleSubmit((values) =>
    create(values).catch((error: unknown) => showFormError(form, error, ownWords)),
  );
  return (
    <form onSubmit={submit} className="space-y-4" noValidate>
      <FormFault fault={errors.root?.['server']} />
      <Field label={words.name()} error={errors.name?.message} hint={words.name_hint()}>
        {(attributes) => (
          <Input
            {...attributes}
            autoComplete="off"
            maxLength={80}
            {...form.register('name', {
              validate: (name) => name.trim() !== '' || words.name_needed(),
            })}
          />
        )}
      </Field>
      <Field label={words.ends_after()} error={errors.expires_in_days?.message}>
        {(attributes) => (
          <Select {...attributes} {...form.register('expires_in_days', { valueAsNumber: true })}>
            {lifetimes.map((days) => (
              <option key={days} value={days}>
                {words[`days_${days}`]()}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Fieldset legend={words.scopes()} hint={words.scopes_hint()}>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {offered.map((scope) => (
            <ScopeBox
              key={scope}
              scope={scope}
              {...form.register('scopes', {
                validate: (chosen) => chosen.length > 0 || words.scope_needed(),
              })}
            />
          ))}
        </div>
        <FormError message={errors.scopes?.message} />
      </Fieldset>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{words.cancel()}</Button>
        <Button type="submit" variant="primary" busy={isCreating}>
          {words.create()}
        </Button>
      </div>
    </form>
  );
}

type ScopeBoxProps = Omit<Parameters<typeof Checkbox>[0], 'children'> & { readonly scope: ApiKeyScope };

function ScopeBox({ scope, ...attributes }: ScopeBoxProps) {
  const words = useMessages(apiKeyMessages);
  const parts = scopeParts(scope);
  return (
    <Checkbox value={scope} {...attributes}>
      {parts === 'send_events' ? words.send_events() : words[parts.does]({ what: words[parts.subject]() })}
    </Checkbox>
  );
}

function NewKey({ value, onClose }: DialogProps & { readonly value: string }) {
  const words = useMessages(apiKeyMessages);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(value);
      toast.success(words.copied());
    } catch {
      toast.error(words.copy_failed());
    }
  }
  return (
    <div className="space-y-4">
      <p className="text-sm font-medium">{words.keep()}</p>
      <div className="flex items-center gap-2">
        <code
          className="min-w-0 flex-1 rounded-lg bg-sunken px-3 py-2.5 text-sm break-all select-all"
          data-testid="new-api-key"
        >
          {value}
        </code>
        <Button onClick={() => void copy()}>
          <Copy aria-hidden />
          {words.copy()}
        </Button>
      </div>
      <div className="flex justify-end">
        <Button variant="primary" onClick={onClose}>
          {words.kept()}
        </Button>
      </div>
    </div>
  );
}
