import { type Control, type FieldPathByValue, type FieldValues, useController } from 'react-hook-form';
import { useMessages } from '../lib/language.tsx';
import { ChipsInput } from './ui/chips-input.tsx';
import { Field } from './ui/field.tsx';
import { uiMessages } from './ui/messages.ts';

interface ChipsFieldProps<Values extends FieldValues, Name extends FieldPathByValue<Values, string[]>> {
  readonly control: Control<Values, unknown, Values>;
  readonly name: Name;
  readonly label: string;

  readonly maximum: number;
  readonly hint?: string;
  readonly placeholder?: string;
}

/** A list of words in a form. */
export function ChipsField<Values extends FieldValues, Name extends FieldPathByValue<Values, string[]>>({
  control,
  name,
  label,
  maximum,
  hint,
  placeholder,
}: ChipsFieldProps<Values, Name>) {
  const words = useMessages(uiMessages);
  const { field, fieldState } = useController({ control, name });
  return (
    <Field
      label={label}
      error={fieldState.error?.message ?? (fieldState.invalid ? words.too_long() : undefined)}
      {...(hint === undefined ? {} : { hint })}
    >
      {(attributes) => (
        <ChipsInput
          {...attributes}
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
          maximum={maximum}
          placeholder={placeholder}
        />
      )}
    </Field>
  );
}
