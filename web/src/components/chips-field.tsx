import { type Control, type FieldPathByValue, type FieldValues, useController } from 'react-hook-form';
import { ChipsInput } from './ui/chips-input.tsx';
import { Field } from './ui/field.tsx';

interface ChipsFieldProps<Values extends FieldValues, Name extends FieldPathByValue<Values, string[]>> {
  readonly control: Control<Values, unknown, Values>;
  readonly name: Name;
  readonly label: string;
  readonly noun: string;
  readonly maximum: number;
  readonly hint?: string;
  readonly placeholder?: string;
}

/** A list of words in a form. */
export function ChipsField<Values extends FieldValues, Name extends FieldPathByValue<Values, string[]>>({
  control,
  name,
  label,
  noun,
  maximum,
  hint,
  placeholder,
}: ChipsFieldProps<Values, Name>) {
  const { field, fieldState } = useController({ control, name });
  return (
    <Field
      label={label}
      error={fieldState.error?.message ?? (fieldState.invalid ? 'One of these is too long' : undefined)}
      {...(hint === undefined ? {} : { hint })}
    >
      {(attributes) => (
        <ChipsInput
          {...attributes}
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
          noun={noun}
          maximum={maximum}
          placeholder={placeholder}
        />
      )}
    </Field>
  );
}
