import { zodResolver } from '@hookform/resolvers/zod';
import {
  employmentTypeLabels,
  employmentTypes,
  type Profile,
  profileSchema,
  remotePreferences,
  seniorities,
  seniorityLabels,
} from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { ChipsField } from '../../components/chips-field.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Section } from '../../components/ui/card.tsx';
import { Checkbox, Field, Fieldset, FormError, Input, Select, Textarea } from '../../components/ui/field.tsx';
import { showFormError } from '../../lib/errors.ts';
import { emptyAsNull } from '../../lib/form-values.ts';
import { remoteLabels } from '../../lib/labels.ts';
import { accountQueries } from '../../lib/queries/account.ts';
import { PayFloorField } from './pay-floor-field.tsx';
import { RegionFields } from './region-fields.tsx';

interface ProfileFormProps {
  readonly profile: Profile;
  readonly isSeeker: boolean;
}

export function ProfileForm({ profile, isSeeker }: ProfileFormProps) {
  const queries = useQueryClient();
  const form = useForm({ resolver: zodResolver(profileSchema), defaultValues: profile });
  const { register, control } = form;
  const { errors, isDirty } = form.formState;
  const score = form.watch('minimum_match_score');

  const save = useMutation({
    mutationFn: (body: Profile) => client.me.updateProfile({ body }),
    onSuccess: async (saved) => {
      queries.setQueryData(accountQueries.profile().queryKey, saved);
      form.reset(saved);
      toast.success('Profile saved');
      await queries.invalidateQueries({ queryKey: ['matches'] });
    },
    onError: (error) => showFormError(form, error),
  });

  return (
    <form onSubmit={form.handleSubmit((values) => save.mutate(values))} className="space-y-5" noValidate>
      {isSeeker && (
        <>
          <Section title="About you">
            <div className="space-y-4">
              <Field label="Headline" error={errors.headline?.message} hint="As recruiters see it.">
                {(attributes) => (
                  <Input
                    {...attributes}
                    placeholder="Backend engineer with a taste for databases"
                    {...register('headline')}
                  />
                )}
              </Field>
              <Field label="Summary" optional error={errors.summary?.message}>
                {(attributes) => <Textarea {...attributes} rows={5} {...register('summary')} />}
              </Field>
              <ChipsField
                control={control}
                name="skills"
                label="Skills"
                noun="skill"
                maximum={60}
                placeholder="TypeScript, SQL, …"
                hint="Enter or a comma adds one. Skills weigh most in a match."
              />
            </div>
          </Section>
          <Section title="The job">
            <div className="space-y-4">
              <ChipsField
                control={control}
                name="wanted_titles"
                label="Titles"
                noun="title"
                maximum={20}
                placeholder="Software engineer, …"
              />
              <ChipsField
                control={control}
                name="places"
                label="Places"
                noun="place"
                maximum={20}
                placeholder="Berlin, Portugal, …"
                hint="Cities, regions or countries."
              />
              <div className="grid gap-4 sm:grid-cols-2">
                <Field label="Remote" error={errors.remote?.message}>
                  {(attributes) => (
                    <Select {...attributes} {...register('remote')}>
                      {remotePreferences.map((value) => (
                        <option key={value} value={value}>
                          {remoteLabels[value]}
                        </option>
                      ))}
                    </Select>
                  )}
                </Field>
                <Field label="Seniority" error={errors.seniority?.message}>
                  {(attributes) => (
                    <Select {...attributes} {...register('seniority', { setValueAs: emptyAsNull })}>
                      <option value="">No wish</option>
                      {seniorities.map((value) => (
                        <option key={value} value={value}>
                          {seniorityLabels[value]}
                        </option>
                      ))}
                    </Select>
                  )}
                </Field>
              </div>
              <Fieldset legend="Employment types">
                <div className="grid gap-1 sm:grid-cols-3">
                  {employmentTypes.map((value) => (
                    <Checkbox key={value} value={value} {...register('employment_types')}>
                      {employmentTypeLabels[value]}
                    </Checkbox>
                  ))}
                </div>
              </Fieldset>
              <PayFloorField control={control} />
            </div>
          </Section>
          <Section title="Not for you" description="Jobs of these companies or with these words never match.">
            <div className="space-y-4">
              <ChipsField
                control={control}
                name="excluded_companies"
                label="Companies"
                noun="company"
                maximum={100}
              />
              <ChipsField control={control} name="excluded_words" label="Words" noun="word" maximum={50} />
            </div>
          </Section>
          <Section title="Alerts">
            <Field
              label={`Tell me of matches from ${score} of 100`}
              error={errors.minimum_match_score?.message}
              hint="Lower means more alerts, higher means fewer and better ones."
            >
              {(attributes) => (
                <input
                  {...attributes}
                  type="range"
                  min={0}
                  max={100}
                  step={5}
                  className="w-full accent-accent"
                  {...register('minimum_match_score', { valueAsNumber: true })}
                />
              )}
            </Field>
          </Section>
        </>
      )}
      <Section title="Region">
        <RegionFields register={register} errors={errors} />
      </Section>
      <FormError message={errors.root?.['server']?.message} />
      <div className="sticky bottom-16 z-10 -mx-4 flex items-center justify-end gap-3 border-t border-line bg-canvas/95 px-4 py-3 backdrop-blur sm:mx-0 sm:rounded-b-xl md:bottom-0">
        {isDirty && <p className="mr-auto text-sm text-muted">You have unsaved changes.</p>}
        <Button type="submit" variant="primary" busy={save.isPending} disabled={!isDirty}>
          Save profile
        </Button>
      </div>
    </form>
  );
}
