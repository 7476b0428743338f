import { zodResolver } from '@hookform/resolvers/zod';
import {
  employmentTypes,
  type Profile,
  profileSchema,
  remotePreferences,
  seniorities,
} from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { ChipsField } from '../../components/chips-field.tsx';
import { DraftNotice } from '../../components/draft-notice.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Section } from '../../components/ui/card.tsx';
import { Checkbox, Field, Fieldset, FormError, Input, Select, Textarea } from '../../components/ui/field.tsx';
import { showFormError } from '../../lib/errors.ts';
import { emptyAsNull } from '../../lib/form-values.ts';
import { employmentTypeMessages, remoteMessages, seniorityMessages } from '../../lib/labels.messages.ts';
import { useMessages } from '../../lib/language.tsx';
import { accountQueries } from '../../lib/queries/account.ts';
import { useFormDraft } from '../../lib/use-draft.ts';
import { settingsPageMessages } from './messages.ts';
import { PayFloorField } from './pay-floor-field.tsx';
import { RegionFields } from './region-fields.tsx';

interface ProfileFormProps {
  readonly profile: Profile;
  readonly isSeeker: boolean;
}

export function ProfileForm({ profile, isSeeker }: ProfileFormProps) {
  const words = useMessages(settingsPageMessages);
  const remoteNames = useMessages(remoteMessages);
  const seniorityNames = useMessages(seniorityMessages);
  const typeNames = useMessages(employmentTypeMessages);
  const queries = useQueryClient();
  const form = useForm({ resolver: zodResolver(profileSchema), defaultValues: profile });
  const draft = useFormDraft(form, 'profile');
  const { register, control } = form;
  const { errors, isDirty } = form.formState;

  const save = useMutation({
    mutationFn: (body: Profile) => client.me.updateProfile({ body }),
    onSuccess: async (saved) => {
      queries.setQueryData(accountQueries.profile().queryKey, saved);
      form.reset(saved);
      draft.forget();
      toast.success(words.profile_saved());
      await queries.invalidateQueries({ queryKey: ['matches'] });
    },
    onError: (error) => showFormError(form, error),
  });

  return (
    <form onSubmit={form.handleSubmit((values) => save.mutate(values))} className="space-y-5" noValidate>
      <DraftNotice draft={draft} />
      {isSeeker && (
        <>
          <Section title={words.about_you()}>
            <div className="space-y-4">
              <Field label={words.headline()} error={errors.headline?.message} hint={words.headline_hint()}>
                {(attributes) => (
                  <Input {...attributes} placeholder={words.headline_example()} {...register('headline')} />
                )}
              </Field>
              <Field label={words.summary()} optional error={errors.summary?.message}>
                {(attributes) => <Textarea {...attributes} rows={5} {...register('summary')} />}
              </Field>
              <ChipsField
                control={control}
                name="skills"
                label={words.skills()}
                maximum={60}
                placeholder={words.skills_example()}
                hint={words.skills_hint()}
              />
            </div>
          </Section>
          <Section title={words.the_job()}>
            <div className="space-y-4">
              <ChipsField
                control={control}
                name="wanted_titles"
                label={words.titles()}
                maximum={20}
                placeholder={words.titles_example()}
              />
              <ChipsField
                control={control}
                name="places"
                label={words.places()}
                maximum={20}
                placeholder={words.places_example()}
                hint={words.places_hint()}
              />
              <div className="grid gap-4 sm:grid-cols-2">
                <Field label={words.remote()} error={errors.remote?.message}>
                  {(attributes) => (
                    <Select {...attributes} {...register('remote')}>
                      {remotePreferences.map((value) => (
                        <option key={value} value={value}>
                          {remoteNames[value]()}
                        </option>
                      ))}
                    </Select>
                  )}
                </Field>
                <Field label={words.seniority()} error={errors.seniority?.message}>
                  {(attributes) => (
                    <Select {...attributes} {...register('seniority', { setValueAs: emptyAsNull })}>
                      <option value="">{words.no_wish()}</option>
                      {seniorities.map((value) => (
                        <option key={value} value={value}>
                          {seniorityNames[value]()}
                        </option>
                      ))}
                    </Select>
                  )}
                </Field>
              </div>
              <Fieldset legend={words.types()}>
                <div className="grid gap-1 sm:grid-cols-3">
                  {employmentTypes.map((value) => (
                    <Checkbox key={value} value={value} {...register('employment_types')}>
                      {typeNames[value]()}
                    </Checkbox>
                  ))}
                </div>
              </Fieldset>
              <PayFloorField control={control} />
            </div>
          </Section>
          <Section title={words.not_for_you()} description={words.not_for_you_about()}>
            <div className="space-y-4">
              <ChipsField
                control={control}
                name="excluded_companies"
                label={words.companies()}
                maximum={100}
              />
              <ChipsField
                control={control}
                name="excluded_words"
                label={words.excluded_words()}
                maximum={50}
              />
            </div>
          </Section>
          <p className="px-1 text-sm text-muted">
            {words.score_elsewhere()}{' '}
            <Link
              to="/settings/notifications"
              search={{ part: 'much' }}
              className="text-accent-ink underline underline-offset-2"
            >
              {words.set_there()}
            </Link>
          </p>
        </>
      )}
      <Section title={words.region()}>
        <RegionFields register={register} errors={errors} />
      </Section>
      <FormError message={errors.root?.['server']?.message} />
      <div className="sticky bottom-16 z-10 -mx-4 flex items-center justify-end gap-3 border-t border-line bg-canvas/95 px-4 py-3 backdrop-blur sm:mx-0 sm:rounded-b-xl md:bottom-0">
        {isDirty && <p className="me-auto text-sm text-muted">{words.unsaved()}</p>}
        <Button type="submit" variant="primary" busy={save.isPending} disabled={!isDirty}>
          {words.save_profile()}
        </Button>
      </div>
    </form>
  );
}
