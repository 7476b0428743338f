import { zodResolver } from '@hookform/resolvers/zod';
import { type SuppressionInput, suppressionInputSchema, suppressionScopes } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Field, FormError, Input, Select } from '../../components/ui/field.tsx';
import { showFormError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { suppressionMessages } from './messages.ts';

export function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useMessages(suppressionMessages);
  const queries = useQueryClient();
  const form = useForm({
    resolver: zodResolver(suppressionInputSchema),
    defaultValues: { address: '', scope: 'all', note: '', expires_at: null },
  });
  const { errors } = form.formState;
  const add = useMutation({
    mutationFn: (body: SuppressionInput) => client.suppressions.create({ body }),
    onSuccess: async ({ address }) => {
      toast.success(words.not_written(), { description: address ?? undefined });
      onClose();
      await queries.invalidateQueries({ queryKey: ['operator', 'suppressions'] });
    },
    onError: (error) => showFormError(form, error),
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.stop_title()}
      description={words.stop_about()}
    >
      <form onSubmit={form.handleSubmit((values) => add.mutate(values))} className="space-y-4" noValidate>
        <FormError message={errors.root?.['server']?.message} />
        <Field label={words.address()} error={errors.address?.message}>
          {(attributes) => (
            <Input {...attributes} type="email" autoComplete="off" {...form.register('address')} />
          )}
        </Field>
        <Field label={words.still_goes()} error={errors.scope?.message}>
          {(attributes) => (
            <Select {...attributes} {...form.register('scope')}>
              {suppressionScopes.map((scope) => (
                <option key={scope} value={scope}>
                  {words[`scope_${scope}`]()}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={words.note()} optional hint={words.note_hint()} error={errors.note?.message}>
          {(attributes) => <Input {...attributes} {...form.register('note')} />}
        </Field>
        <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
          <Button onClick={onClose}>{words.cancel()}</Button>
          <Button type="submit" variant="primary" busy={add.isPending}>
            {words.stop_mail()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
