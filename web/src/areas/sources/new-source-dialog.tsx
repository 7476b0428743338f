import { zodResolver } from '@hookform/resolvers/zod';
import {
  type SourceInput,
  type SourceTrial,
  type SourceTrialInput,
  sourceInputSchema,
  sourceTrialInputSchema,
} from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Field, FormError, Input, Select } from '../../components/ui/field.tsx';
import { showFormError } from '../../lib/errors.ts';
import { emptyAsNull } from '../../lib/form-values.ts';
import { useMessages } from '../../lib/language.tsx';
import { browserTimeZone } from '../../lib/region.ts';
import { addSourceMessages } from './add-source.messages.ts';
import { sourceKindMessages } from './source-names.messages.ts';
import { OtherAttempts, TrialFindings } from './trial-findings.tsx';

const kinds = sourceInputSchema.shape.kind.options;

/** An operator pastes what there is, looks at what it would bring, and adds it. */
export function NewSourceDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useMessages(addSourceMessages);
  const [trial, setTrial] = useState<SourceTrial>();
  return (
    <Dialog open wide onOpenChange={(open) => !open && onClose()} title={words.title()}>
      {/* What was pasted stays while one looks at what it brings. */}
      <div hidden={trial?.source != null}>
        <TrialForm onClose={onClose} onTried={setTrial} />
        {trial?.source === null && (
          <section className="mt-5 border-t border-line pt-4">
            <h3 className="font-semibold">{words.nothing()}</h3>
            <p className="mt-1 text-sm text-muted">{words.nothing_hint()}</p>
            <OtherAttempts others={trial.others} isAll />
          </section>
        )}
      </div>
      {trial?.source != null && (
        <AddForm
          source={trial.source}
          others={trial.others}
          onBack={() => setTrial(undefined)}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

interface TrialFormProps {
  readonly onClose: () => void;
  readonly onTried: (trial: SourceTrial | undefined) => void;
}

function TrialForm({ onClose, onTried }: TrialFormProps) {
  const words = useMessages(addSourceMessages);
  const kindNames = useMessages(sourceKindMessages);
  const form = useForm({
    resolver: zodResolver(sourceTrialInputSchema),
    defaultValues: { text: '', kind: undefined },
  });
  const { errors } = form.formState;
  const tryOut = useMutation({
    mutationFn: (body: SourceTrialInput) => client.operator.trySource({ body }),
    onMutate: () => onTried(undefined),
    onSuccess: onTried,
    onError: (error) => showFormError(form, error),
  });
  return (
    <form onSubmit={form.handleSubmit((values) => tryOut.mutate(values))} className="space-y-4" noValidate>
      <FormError message={errors.root?.['server']?.message} />
      <Field label={words.text()} error={errors.text?.message} hint={words.text_hint()}>
        {(attributes) => (
          <Input
            {...attributes}
            placeholder="https://boards.greenhouse.io/acme"
            autoCapitalize="off"
            spellCheck={false}
            {...form.register('text')}
          />
        )}
      </Field>
      <Field label={words.kind()} error={errors.kind?.message}>
        {(attributes) => (
          <Select
            {...attributes}
            {...form.register('kind', { setValueAs: (value: unknown) => (value === '' ? undefined : value) })}
          >
            <option value="">{words.any_kind()}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindNames[kind]()}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{words.cancel()}</Button>
        <Button type="submit" variant="primary" busy={tryOut.isPending}>
          {words.try_out()}
        </Button>
      </div>
    </form>
  );
}

interface AddFormProps {
  readonly source: NonNullable<SourceTrial['source']>;
  readonly others: SourceTrial['others'];
  readonly onBack: () => void;
  readonly onClose: () => void;
}

function AddForm({ source, others, onBack, onClose }: AddFormProps) {
  const words = useMessages(addSourceMessages);
  const queries = useQueryClient();
  const form = useForm({
    resolver: zodResolver(sourceInputSchema),
    defaultValues: {
      kind: source.kind,
      name: source.name,
      address: source.address,
      schedule: '17 */6 * * *',
      time_zone: browserTimeZone(),
      enabled: true,
    },
  });
  const { errors } = form.formState;
  const add = useMutation({
    mutationFn: (body: SourceInput) => client.operator.createSource({ body }),
    onSuccess: async ({ name }) => {
      toast.success(words.added({ name }), { description: words.added_hint() });
      await queries.invalidateQueries({ queryKey: ['operator', 'sources'] });
      onClose();
    },
    onError: (error) => showFormError(form, error),
  });
  return (
    <form onSubmit={form.handleSubmit((values) => add.mutate(values))} className="space-y-4" noValidate>
      <FormError message={errors.root?.['server']?.message} />
      <TrialFindings source={source} />
      <OtherAttempts others={others} />
      <Field label={words.name()} error={errors.name?.message} hint={words.name_hint()}>
        {(attributes) => <Input {...attributes} {...form.register('name')} />}
      </Field>
      <Field label={words.schedule()} optional error={errors.schedule?.message} hint={words.schedule_hint()}>
        {(attributes) => (
          <Input
            {...attributes}
            className="font-mono"
            {...form.register('schedule', { setValueAs: emptyAsNull })}
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <Button onClick={onBack}>{words.back()}</Button>
        <Button type="submit" variant="primary" busy={add.isPending} disabled={source.exists}>
          {words.add()}
        </Button>
      </div>
    </form>
  );
}
