import { type PayFloor, type Profile, payPeriods } from '@rolecall/contract';
import { useState } from 'react';
import { type Control, useController } from 'react-hook-form';
import { Fieldset, Input, Select } from '../../components/ui/field.tsx';
import { commonCurrencies } from '../../lib/currencies.ts';
import { payPeriodLabels } from '../../lib/labels.ts';

/** The least pay that is accepted; an empty amount means no floor. */
export function PayFloorField({ control }: { readonly control: Control<Profile> }) {
  const { field, fieldState } = useController({ control, name: 'pay_floor' });
  // Currency and period stay as they were while the amount is empty.
  const [last, setLast] = useState<PayFloor>(field.value ?? { amount: 1, currency: 'EUR', period: 'year' });

  function change(changes: Partial<PayFloor>): void {
    const next = { ...last, ...changes };
    setLast(next);
    if (field.value !== null || changes.amount !== undefined) field.onChange(next);
  }

  return (
    <Fieldset
      legend="Least pay"
      hint="Compared with stated pay only; a job that states none is not left out."
    >
      <div className="grid grid-cols-3 gap-2">
        <Input
          type="number"
          inputMode="numeric"
          min={1}
          aria-label="Amount"
          aria-invalid={fieldState.invalid || undefined}
          placeholder="No floor"
          value={field.value?.amount ?? ''}
          onBlur={field.onBlur}
          onChange={({ target }) =>
            target.value === '' ? field.onChange(null) : change({ amount: Number(target.value) })
          }
        />
        <Select
          aria-label="Currency"
          value={last.currency}
          onChange={({ target }) => change({ currency: target.value })}
        >
          {commonCurrencies(last.currency).map((code) => (
            <option key={code}>{code}</option>
          ))}
        </Select>
        <Select
          aria-label="Period"
          value={last.period}
          onChange={({ target }) => {
            const period = payPeriods.find((candidate) => candidate === target.value);
            if (period !== undefined) change({ period });
          }}
        >
          {payPeriods.map((period) => (
            <option key={period} value={period}>
              {payPeriodLabels[period]}
            </option>
          ))}
        </Select>
      </div>
      {fieldState.invalid && <p className="text-sm text-danger-ink">Must be a whole amount above zero</p>}
    </Fieldset>
  );
}
