import { zodResolver } from '@hookform/resolvers/zod';
import { employmentTypes, type JobInput, jobInputSchema, seniorities, workplaces } from '@rolecall/contract';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { ChipsField } from '../../components/chips-field.tsx';
import { DraftNotice } from '../../components/draft-notice.tsx';
import { FormFault } from '../../components/form-fault.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Section } from '../../components/ui/card.tsx';
import { Field, Input, Select, Textarea } from '../../components/ui/field.tsx';
import { showFormError } from '../../lib/errors.ts';
import { emptyAsNull } from '../../lib/form-values.ts';
import { employmentTypeMessages, seniorityMessages, workplaceMessages } from '../../lib/labels.messages.ts';
import { useMessages } from '../../lib/language.tsx';
import { useFormDraft } from '../../lib/use-draft.ts';
import { DeadlineField } from './deadline-field.tsx';
import { jobFormMessages } from './job-form.messages.ts';
import { PayField } from './pay-field.tsx';

interface JobFormProps {
  readonly initial: JobInput;
  readonly submitLabel: string;
  readonly busy: boolean;
  readonly error: Error | null;
  /** Tells its draft from those of other jobs; whoever stores the job forgets the draft. */
  readonly draftKey: string;
  readonly onSubmit: (values: JobInput) => void;
}

export function JobForm({ initial, submitLabel, busy, error, draftKey, onSubmit }: JobFormProps) {
  const words = useMessages(jobFormMessages);
  const workplaceNames = useMessages(workplaceMessages);
  const typeNames = useMessages(employmentTypeMessages);
  const seniorityNames = useMessages(seniorityMessages);
  const router = useRouter();
  const form = useForm({ resolver: zodResolver(jobInputSchema), defaultValues: initial });
  const draft = useFormDraft(form, draftKey);
  const { register, control } = form;
  const { errors } = form.formState;

  useEffect(() => {
    if (error !== null) showFormError(form, error);
  }, [error, form]);

  return (
    <form onSubmit={form.handleSubmit(onSubmit)} className="space-y-5" noValidate>
      <DraftNotice draft={draft} />
      <Section title={words.the_job()}>
        <div className="space-y-4">
          <Field label={words.title()} error={errors.title?.message}>
            {(attributes) => (
              <Input {...attributes} placeholder={words.title_example()} {...register('title')} />
            )}
          </Field>
          <Field
            label={words.description()}
            error={errors.description?.message}
            hint={words.description_hint()}
          >
            {(attributes) => (
              <Textarea {...attributes} rows={14} className="font-mono" {...register('description')} />
            )}
          </Field>
          <ChipsField
            control={control}
            name="skills"
            label={words.skills()}
            maximum={40}
            placeholder={words.skills_example()}
            hint={words.skills_hint()}
          />
        </div>
      </Section>
      <Section title={words.where()}>
        <div className="space-y-4">
          <ChipsField
            control={control}
            name="places"
            label={words.places()}
            maximum={20}
            placeholder={words.place_example()}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={words.workplace()} error={errors.workplace?.message}>
              {(attributes) => (
                <Select {...attributes} {...register('workplace', { setValueAs: emptyAsNull })}>
                  <option value="">{words.not_stated()}</option>
                  {workplaces.map((value) => (
                    <option key={value} value={value}>
                      {workplaceNames[value]()}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field label={words.type()} error={errors.employment_type?.message}>
              {(attributes) => (
                <Select {...attributes} {...register('employment_type', { setValueAs: emptyAsNull })}>
                  <option value="">{words.not_stated()}</option>
                  {employmentTypes.map((value) => (
                    <option key={value} value={value}>
                      {typeNames[value]()}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field label={words.seniority()} error={errors.seniority?.message}>
              {(attributes) => (
                <Select {...attributes} {...register('seniority', { setValueAs: emptyAsNull })}>
                  <option value="">{words.not_stated()}</option>
                  {seniorities.map((value) => (
                    <option key={value} value={value}>
                      {seniorityNames[value]()}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field label={words.department()} optional error={errors.department?.message}>
              {(attributes) => (
                <Input {...attributes} {...register('department', { setValueAs: emptyAsNull })} />
              )}
            </Field>
          </div>
        </div>
      </Section>
      <Section title={words.pay_and_deadline()} description={words.pay_why()}>
        <div className="space-y-4">
          <PayField control={control} />
          <DeadlineField control={control} />
        </div>
      </Section>
      <FormFault fault={errors.root?.['server']} />
      <div className="flex justify-end gap-2">
        <Button onClick={() => router.history.back()}>{words.cancel()}</Button>
        <Button type="submit" variant="primary" busy={busy}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
