import { zodResolver } from '@hookform/resolvers/zod';
import { type SourceInput, sourceInputSchema } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Field, FormError, Input, Select } from '../../components/ui/field.tsx';
import { showFormError } from '../../lib/errors.ts';
import { emptyAsNull } from '../../lib/form-values.ts';
import { browserTimeZone } from '../../lib/locale.ts';
import { sourceKindWords } from './labels.ts';
import { scheduleHint } from './schedule-hint.ts';

const kinds = sourceInputSchema.shape.kind.options;

export function NewSourceDialog({ onClose }: { readonly onClose: () => void }) {
  const queries = useQueryClient();
  const form = useForm({
    resolver: zodResolver(sourceInputSchema),
    defaultValues: {
      kind: 'greenhouse',
      name: '',
      address: '',
      schedule: '17 */6 * * *',
      time_zone: browserTimeZone(),
      enabled: true,
    },
  });
  const { errors } = form.formState;
  const { address, example } = sourceKindWords[form.watch('kind')];
  const add = useMutation({
    mutationFn: (body: SourceInput) => client.operator.createSource({ body }),
    onSuccess: async (source) => {
      toast.success(`“${source.name}” is added`, { description: 'Run it now, or wait for its schedule.' });
      await queries.invalidateQueries({ queryKey: ['operator', 'sources'] });
      onClose();
    },
    onError: (error) => showFormError(form, error),
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Add a source">
      <form onSubmit={form.handleSubmit((values) => add.mutate(values))} className="space-y-4" noValidate>
        <FormError message={errors.root?.['server']?.message} />
        <Field label="Kind" error={errors.kind?.message}>
          {(attributes) => (
            <Select {...attributes} {...form.register('kind')}>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {sourceKindWords[kind].label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Name" error={errors.name?.message} hint="As people see it beside a job.">
          {(attributes) => <Input {...attributes} placeholder="Acme careers" {...form.register('name')} />}
        </Field>
        <Field label={address} error={errors.address?.message}>
          {(attributes) => (
            <Input
              {...attributes}
              placeholder={example}
              autoCapitalize="off"
              spellCheck={false}
              {...form.register('address')}
            />
          )}
        </Field>
        <Field label="Schedule" optional error={errors.schedule?.message} hint={scheduleHint}>
          {(attributes) => (
            <Input
              {...attributes}
              className="font-mono"
              {...form.register('schedule', { setValueAs: emptyAsNull })}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={add.isPending}>
            Add source
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
