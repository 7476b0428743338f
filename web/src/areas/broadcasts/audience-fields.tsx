import { locales, remotePreferences, roles } from '@rolecall/contract';
import type { ReactNode } from 'react';
import { Section } from '../../components/ui/card.tsx';
import { ChipsInput } from '../../components/ui/chips-input.tsx';
import { Checkbox, Field, Fieldset, FormError, Input, Select } from '../../components/ui/field.tsx';
import { localeLabels, remoteLabels, roleLabels } from '../../lib/labels.ts';
import { AudienceCount } from './audience-count.tsx';
import { type DraftFieldsProps, zoneHint } from './content-fields.tsx';
import type { AudienceDraft } from './draft.ts';

const ways = { everybody: 'Everybody', role: 'Everybody of a role', segment: 'A segment' } as const;
const emailLabels = { any: 'Any', verified: 'Confirmed', unverified: 'Not confirmed' } as const;

/** Whom it is for. */
export function AudienceFields({ draft, onChange, faults, timeZone }: DraftFieldsProps) {
  const { audience } = draft;
  const change = (changes: Partial<AudienceDraft>) =>
    onChange({ ...draft, audience: { ...audience, ...changes } });
  return (
    <Section title="Whom it is for">
      <div className="space-y-4">
        <fieldset className="flex flex-wrap gap-x-5">
          <legend className="sr-only">Audience</legend>
          {(['everybody', 'role', 'segment'] as const).map((to) => (
            <label key={to} className="flex min-h-9 cursor-pointer items-center gap-2.5 text-sm">
              <input
                type="radio"
                name="audience"
                className="size-4 shrink-0 accent-accent"
                checked={audience.to === to}
                onChange={() => change({ to })}
              />
              {ways[to]}
            </label>
          ))}
        </fieldset>
        {audience.to === 'role' && (
          <Field label="Role">
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
                    {roleLabels[role]}s
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

  const words = (
    field: 'skills' | 'wanted_titles' | 'places' | 'time_zones',
    label: string,
    noun: string,
    placeholder: string,
  ) => (
    <Field label={label} error={faultOf(field)}>
      {(attributes) => (
        <ChipsInput
          {...attributes}
          value={audience[field]}
          onChange={(value) => change({ [field]: value })}
          noun={noun}
          maximum={20}
          placeholder={placeholder}
        />
      )}
    </Field>
  );

  const day = (
    field: 'signed_up_from' | 'signed_up_before' | 'active_since' | 'inactive_since',
    label: string,
  ) => (
    <Field label={label} error={faultOf(field)}>
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
        All conditions have to hold; of a list one entry is enough. What is empty is no condition. Days begin
        at midnight. {zoneHint(timeZone)}
      </p>
      {choices(
        'Roles',
        'roles',
        roles,
        audience.roles,
        (role) => `${roleLabels[role]}s`,
        (value) => change({ roles: value }),
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        {words('skills', 'Skills', 'skill', 'TypeScript')}
        {words('wanted_titles', 'Wanted titles', 'title', 'engineer')}
        {words('places', 'Places', 'place', 'Berlin')}
        {words('time_zones', 'Time zones', 'time zone', 'Europe/Berlin')}
      </div>
      {choices(
        'Remote work',
        'remote',
        remotePreferences,
        audience.remote,
        (value) => remoteLabels[value],
        (value) => change({ remote: value }),
      )}
      {choices(
        'Languages',
        'locales',
        locales,
        audience.locales,
        (value) => localeLabels[value],
        (value) => change({ locales: value }),
      )}
      <Field label="E-mail address">
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
                {emailLabels[email]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        {day('signed_up_from', 'Signed up from')}
        {day('signed_up_before', 'Signed up before')}
        {day('active_since', 'Active since')}
        {day('inactive_since', 'Not active since')}
      </div>
    </div>
  );
}
