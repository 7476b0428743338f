import { zodResolver } from '@hookform/resolvers/zod';
import { type Source, sourceUpdateSchema } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import type { z } from 'zod';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Field, FormError, Input } from '../../components/ui/field.tsx';
import { showFormError } from '../../lib/errors.ts';
import { emptyAsNull } from '../../lib/form-values.ts';
import { useMessages } from '../../lib/language.tsx';
import { sourcePageMessages } from './pages.messages.ts';

interface EditSourceDialogProps {
  readonly source: Source;
  readonly onClose: () => void;
}

export function EditSourceDialog({ source, onClose }: EditSourceDialogProps) {
  const words = useMessages(sourcePageMessages);
  const queries = useQueryClient();
  const form = useForm({
    resolver: zodResolver(sourceUpdateSchema),
    defaultValues: { name: source.name, schedule: source.schedule, time_zone: source.time_zone },
  });
  const { errors } = form.formState;
  const save = useMutation({
    mutationFn: (body: z.output<typeof sourceUpdateSchema>) =>
      client.operator.updateSource({ params: { source_id: source.id }, body }),
    onSuccess: async () => {
      toast.success(words.saved());
      await queries.invalidateQueries({ queryKey: ['operator', 'sources'] });
      onClose();
    },
    onError: (error) => showFormError(form, error),
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={words.edit_it({ name: source.name })}>
      <form onSubmit={form.handleSubmit((values) => save.mutate(values))} className="space-y-4" noValidate>
        <FormError message={errors.root?.['server']?.message} />
        <Field label={words.name()} error={errors.name?.message}>
          {(attributes) => <Input {...attributes} {...form.register('name')} />}
        </Field>
        <Field
          label={words.schedule()}
          optional
          error={errors.schedule?.message}
          hint={words.schedule_hint()}
        >
          {(attributes) => (
            <Input
              {...attributes}
              className="font-mono"
              {...form.register('schedule', { setValueAs: emptyAsNull })}
            />
          )}
        </Field>
        <Field label={words.time_zone()} error={errors.time_zone?.message}>
          {(attributes) => <Input {...attributes} {...form.register('time_zone')} />}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words.cancel()}</Button>
          <Button type="submit" variant="primary" busy={save.isPending}>
            {words.save()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
