import { locales, type Profile } from '@rolecall/contract';
import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import { Field, Select } from '../../components/ui/field.tsx';
import { useMessages } from '../../lib/language.tsx';
import { localeLabels } from '../../lib/language-names.ts';
import { settingsPageMessages } from './messages.ts';

interface RegionFieldsProps {
  readonly register: UseFormRegister<Profile>;
  readonly errors: FieldErrors<Profile>;
}

/** `UTC` is missing from the list of some browsers. */
const timeZones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].sort();

export const RegionFields = ({ register, errors }: RegionFieldsProps) => {
  const words = useMessages(settingsPageMessages);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={words.time_zone()} error={errors.time_zone?.message}>
        {(attributes) => (
          <Select {...attributes} {...register('time_zone')}>
            {timeZones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={words.language()} error={errors.locale?.message}>
        {(attributes) => (
          <Select {...attributes} {...register('locale')}>
            {locales.map((value) => (
              <option key={value} value={value}>
                {localeLabels[value]}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
};
