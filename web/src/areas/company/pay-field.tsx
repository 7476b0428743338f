import { type Pay, payPeriods } from '@rolecall/contract';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import { Fieldset, Input, Select } from '../../components/ui/field.tsx';
import { commonCurrencies } from '../../lib/currencies.ts';
import { numberOrNull } from '../../lib/form-values.ts';
import { payPeriodLabels } from '../../lib/labels.ts';
import type { JobFormControl } from './job-form-values.ts';

const nothingStated: Pay = { minimum: null, maximum: null, currency: 'EUR', period: 'year' };

/** Pay from and to; both empty means that none is stated. */
export function PayField({ control }: { readonly control: JobFormControl }) {
  const { field, fieldState } = useController({ control, name: 'pay' });
  // Currency and period stay as they were while both amounts are empty.
  const [pay, setPay] = useState<Pay>(field.value ?? nothingStated);

  function change(changes: Partial<Pay>): void {
    const next = { ...pay, ...changes };
    setPay(next);
    field.onChange(next.minimum === null && next.maximum === null ? null : next);
  }

  return (
    <Fieldset legend="Pay">
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        {(['minimum', 'maximum'] as const).map((bound) => (
          <Input
            key={bound}
            type="number"
            inputMode="numeric"
            min={0}
            aria-label={bound === 'minimum' ? 'Pay from' : 'Pay up to'}
            aria-invalid={fieldState.invalid || undefined}
            placeholder={bound === 'minimum' ? 'From' : 'Up to'}
            value={pay[bound] ?? ''}
            onBlur={field.onBlur}
            onChange={({ target }) => change({ [bound]: numberOrNull(target.value) })}
          />
        ))}
        <Select
          aria-label="Currency"
          value={pay.currency}
          onChange={({ target }) => change({ currency: target.value })}
        >
          {commonCurrencies(pay.currency).map((code) => (
            <option key={code}>{code}</option>
          ))}
        </Select>
        <Select
          aria-label="Period"
          value={pay.period}
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
      {fieldState.invalid && (
        <p className="text-sm text-danger-ink">Must be whole amounts, the first not above the second</p>
      )}
    </Fieldset>
  );
}
