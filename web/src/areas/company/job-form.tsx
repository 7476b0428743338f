import { zodResolver } from '@hookform/resolvers/zod';
import {
  employmentTypeLabels,
  employmentTypes,
  type JobInput,
  jobInputSchema,
  seniorities,
  seniorityLabels,
  workplaceLabels,
  workplaces,
} from '@rolecall/contract';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { ChipsField } from '../../components/chips-field.tsx';
import { FormFault } from '../../components/form-fault.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Section } from '../../components/ui/card.tsx';
import { Field, Input, Select, Textarea } from '../../components/ui/field.tsx';
import { showFormError } from '../../lib/errors.ts';
import { emptyAsNull } from '../../lib/form-values.ts';
import { DeadlineField } from './deadline-field.tsx';
import { PayField } from './pay-field.tsx';

interface JobFormProps {
  readonly initial: JobInput;
  readonly submitLabel: string;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onSubmit: (values: JobInput) => void;
}

export function JobForm({ initial, submitLabel, busy, error, onSubmit }: JobFormProps) {
  const router = useRouter();
  const form = useForm({ resolver: zodResolver(jobInputSchema), defaultValues: initial });
  const { register, control } = form;
  const { errors } = form.formState;

  useEffect(() => {
    if (error !== null) showFormError(form, error);
  }, [error, form]);

  return (
    <form onSubmit={form.handleSubmit(onSubmit)} className="space-y-5" noValidate>
      <Section title="The job">
        <div className="space-y-4">
          <Field label="Title" error={errors.title?.message}>
            {(attributes) => <Input {...attributes} placeholder="Product designer" {...register('title')} />}
          </Field>
          <Field
            label="Description"
            error={errors.description?.message}
            hint="Markdown or HTML. What the work is, who it is for, what you offer."
          >
            {(attributes) => (
              <Textarea {...attributes} rows={14} className="font-mono" {...register('description')} />
            )}
          </Field>
          <ChipsField
            control={control}
            name="skills"
            label="Skills"
            noun="skill"
            maximum={40}
            placeholder="Figma, User research, …"
            hint="Enter or a comma adds one. They decide most about who hears of this job."
          />
        </div>
      </Section>
      <Section title="Where and how">
        <div className="space-y-4">
          <ChipsField
            control={control}
            name="places"
            label="Places"
            noun="place"
            maximum={20}
            placeholder="Berlin"
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Workplace" error={errors.workplace?.message}>
              {(attributes) => (
                <Select {...attributes} {...register('workplace', { setValueAs: emptyAsNull })}>
                  <option value="">Not stated</option>
                  {workplaces.map((value) => (
                    <option key={value} value={value}>
                      {workplaceLabels[value]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field label="Type" error={errors.employment_type?.message}>
              {(attributes) => (
                <Select {...attributes} {...register('employment_type', { setValueAs: emptyAsNull })}>
                  <option value="">Not stated</option>
                  {employmentTypes.map((value) => (
                    <option key={value} value={value}>
                      {employmentTypeLabels[value]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field label="Seniority" error={errors.seniority?.message}>
              {(attributes) => (
                <Select {...attributes} {...register('seniority', { setValueAs: emptyAsNull })}>
                  <option value="">Not stated</option>
                  {seniorities.map((value) => (
                    <option key={value} value={value}>
                      {seniorityLabels[value]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field label="Department" optional error={errors.department?.message}>
              {(attributes) => (
                <Input {...attributes} {...register('department', { setValueAs: emptyAsNull })} />
              )}
            </Field>
          </div>
        </div>
      </Section>
      <Section title="Pay and deadline" description="Jobs that state their pay are found by more people.">
        <div className="space-y-4">
          <PayField control={control} />
          <DeadlineField control={control} />
        </div>
      </Section>
      <FormFault fault={errors.root?.['server']} />
      <div className="flex justify-end gap-2">
        <Button onClick={() => router.history.back()}>Cancel</Button>
        <Button type="submit" variant="primary" busy={busy}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
