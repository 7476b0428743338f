import { useController } from 'react-hook-form';
import { Field, Input } from '../../components/ui/field.tsx';
import { useMessages, useTimeFormat } from '../../lib/language.tsx';
import { dateIn, endOfDay } from '../../lib/zoned-date.ts';
import { jobFormMessages } from './job-form.messages.ts';
import type { JobFormControl } from './job-form-values.ts';

/** The last day for an application, in the recruiter's time zone. */
export function DeadlineField({ control }: { readonly control: JobFormControl }) {
  const words = useMessages(jobFormMessages);
  const { field, fieldState } = useController({ control, name: 'deadline_at' });
  const { timeZone } = useTimeFormat();
  const value = field.value ?? null;
  return (
    <Field
      label={words.last_day()}
      optional
      error={fieldState.error?.message}
      hint={words.last_day_hint({ zone: timeZone.replaceAll('_', ' ') })}
    >
      {(attributes) => (
        <Input
          {...attributes}
          type="date"
          className="sm:w-56"
          value={value === null ? '' : dateIn(value, timeZone)}
          onBlur={field.onBlur}
          onChange={({ target }) =>
            field.onChange(target.value === '' ? null : endOfDay(target.value, timeZone))
          }
        />
      )}
    </Field>
  );
}
