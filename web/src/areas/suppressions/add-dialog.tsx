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
import { scopeLabels } from './labels.ts';

export function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const queries = useQueryClient();
  const form = useForm({
    resolver: zodResolver(suppressionInputSchema),
    defaultValues: { address: '', scope: 'all', note: '', expires_at: null },
  });
  const { errors } = form.formState;
  const add = useMutation({
    mutationFn: (body: SuppressionInput) => client.suppressions.create({ body }),
    onSuccess: async ({ address }) => {
      toast.success('Not written to any more', { description: address ?? undefined });
      onClose();
      await queries.invalidateQueries({ queryKey: ['operator', 'suppressions'] });
    },
    onError: (error) => showFormError(form, error),
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Stop mail to an address"
      description="It stays so until you release it, whatever its owner confirms."
    >
      <form onSubmit={form.handleSubmit((values) => add.mutate(values))} className="space-y-4" noValidate>
        <FormError message={errors.root?.['server']?.message} />
        <Field label="Address" error={errors.address?.message}>
          {(attributes) => (
            <Input {...attributes} type="email" autoComplete="off" {...form.register('address')} />
          )}
        </Field>
        <Field label="What still goes there" error={errors.scope?.message}>
          {(attributes) => (
            <Select {...attributes} {...form.register('scope')}>
              {suppressionScopes.map((scope) => (
                <option key={scope} value={scope}>
                  {scopeLabels[scope]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Note" optional hint="Why, for whoever finds it here." error={errors.note?.message}>
          {(attributes) => <Input {...attributes} {...form.register('note')} />}
        </Field>
        <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={add.isPending}>
            Stop mail
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
