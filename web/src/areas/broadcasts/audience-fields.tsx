import { locales, remotePreferences, roles } from '@rolecall/contract';
import type { ReactNode } from 'react';
import { Section } from '../../components/ui/card.tsx';
import { ChipsInput } from '../../components/ui/chips-input.tsx';
import { Checkbox, Field, Fieldset, FormError, Input, Select } from '../../components/ui/field.tsx';
import { remoteMessages } from '../../lib/labels.messages.ts';
import { useMessages } from '../../lib/language.tsx';
import { localeLabels } from '../../lib/language-names.ts';
import { rolesMessages } from '../../lib/role-messages.ts';
import { AudienceCount } from './audience-count.tsx';
import type { DraftFieldsProps } from './content-fields.tsx';
import type { AudienceDraft } from './draft.ts';
import { broadcastMessages } from './messages.ts';

const ways = { everybody: 'everybody', role: 'of_role', segment: 'a_segment' } as const;

/** Whom it is for. */
export function AudienceFields({ draft, onChange, faults, timeZone }: DraftFieldsProps) {
  const words = useMessages(broadcastMessages);
  const roleNames = useMessages(rolesMessages);
  const { audience } = draft;
  const change = (changes: Partial<AudienceDraft>) =>
    onChange({ ...draft, audience: { ...audience, ...changes } });
  return (
    <Section title={words.audience()}>
      <div className="space-y-4">
        <fieldset className="flex flex-wrap gap-x-5">
          <legend className="sr-only">{words.audience_legend()}</legend>
          {(['everybody', 'role', 'segment'] as const).map((to) => (
            <label key={to} className="flex min-h-9 cursor-pointer items-center gap-2.5 text-sm">
              <input
                type="radio"
                name="audience"
                className="size-4 shrink-0 accent-accent"
                checked={audience.to === to}
                onChange={() => change({ to })}
              />
              {words[ways[to]]()}
            </label>
          ))}
        </fieldset>
        {audience.to === 'role' && (
          <Field label={words.role()}>
            {(attributes) => (
              <Select
                {...attributes}
                value={audience.role}
                onChange={({ target }) => {
                  const role = roles.find((name) => name === target.value);
                  if (role !== undefined) change({ role });
                }}
              >
                {roles.map((role) => (
                  <option key={role} value={role}>
                    {roleNames[role]()}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        {audience.to === 'segment' && (
          <SegmentFields audience={audience} change={change} faults={faults} timeZone={timeZone} />
        )}
        <FormError message={faults['audience.filters'] ?? faults['audience']} />
        <AudienceCount audience={audience} timeZone={timeZone} />
      </div>
    </Section>
  );
}

interface SegmentFieldsProps extends Pick<DraftFieldsProps, 'faults' | 'timeZone'> {
  readonly audience: AudienceDraft;
  readonly change: (changes: Partial<AudienceDraft>) => void;
}

function SegmentFields({ audience, change, faults, timeZone }: SegmentFieldsProps) {
  const words = useMessages(broadcastMessages);
  const roleNames = useMessages(rolesMessages);
  const remoteNames = useMessages(remoteMessages);
  const faultOf = (field: string) =>
    Object.entries(faults).find(([path]) => path.startsWith(`audience.filters.${field}`))?.[1];

  const choices = <Value extends string>(
    legend: string,
    field: 'roles' | 'remote' | 'locales',
    values: readonly Value[],
    chosen: readonly Value[],
    label: (value: Value) => ReactNode,
    choose: (values: readonly Value[]) => void,
  ) => (
    <Fieldset legend={legend}>
      <div className="flex flex-wrap gap-x-5">
        {values.map((value) => (
          <Checkbox
            key={value}
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              choose(target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          >
            {label(value)}
          </Checkbox>
        ))}
      </div>
      <FormError message={faultOf(field)} />
    </Fieldset>
  );

  const list = (field: 'skills' | 'wanted_titles' | 'places' | 'time_zones', placeholder: string) => (
    <Field label={words[field]()} error={faultOf(field)}>
      {(attributes) => (
        <ChipsInput
          {...attributes}
          value={audience[field]}
          onChange={(value) => change({ [field]: value })}
          maximum={20}
          placeholder={placeholder}
        />
      )}
    </Field>
  );

  const day = (field: 'signed_up_from' | 'signed_up_before' | 'active_since' | 'inactive_since') => (
    <Field label={words[field]()} error={faultOf(field)}>
      {(attributes) => (
        <Input
          {...attributes}
          type="date"
          value={audience[field]}
          onChange={({ target }) => change({ [field]: target.value })}
        />
      )}
    </Field>
  );

  return (
    <div className="space-y-4 rounded-xl bg-sunken/60 p-4">
      <p className="text-sm text-muted">
        {words.conditions({ zone: words.in_zone({ zone: timeZone.replaceAll('_', ' ') }) })}
      </p>
      {choices(
        words.roles(),
        'roles',
        roles,
        audience.roles,
        (role) => roleNames[role](),
        (value) => change({ roles: value }),
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        {list('skills', words.skills_example())}
        {list('wanted_titles', words.titles_example())}
        {list('places', words.places_example())}
        {list('time_zones', words.zones_example())}
      </div>
      {choices(
        words.remote(),
        'remote',
        remotePreferences,
        audience.remote,
        (value) => remoteNames[value](),
        (value) => change({ remote: value }),
      )}
      {choices(
        words.languages(),
        'locales',
        locales,
        audience.locales,
        (value) => localeLabels[value],
        (value) => change({ locales: value }),
      )}
      <Field label={words.email_address()}>
        {(attributes) => (
          <Select
            {...attributes}
            value={audience.email}
            onChange={({ target }) => {
              const email = (['any', 'verified', 'unverified'] as const).find(
                (name) => name === target.value,
              );
              if (email !== undefined) change({ email });
            }}
          >
            {(['any', 'verified', 'unverified'] as const).map((email) => (
              <option key={email} value={email}>
                {words[`email_${email}`]()}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        {day('signed_up_from')}
        {day('signed_up_before')}
        {day('active_since')}
        {day('inactive_since')}
      </div>
    </div>
  );
}
