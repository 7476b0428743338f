import { type Pay, payPeriods } from '@rolecall/contract';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import { Fieldset, Input, Select } from '../../components/ui/field.tsx';
import { commonCurrencies } from '../../lib/currencies.ts';
import { numberOrNull } from '../../lib/form-values.ts';
import { payPeriodMessages } from '../../lib/labels.messages.ts';
import { useMessages } from '../../lib/language.tsx';
import { jobFormMessages } from './job-form.messages.ts';
import type { JobFormControl } from './job-form-values.ts';

const nothingStated: Pay = { minimum: null, maximum: null, currency: 'EUR', period: 'year' };

/** Pay from and to; both empty means that none is stated. */
export function PayField({ control }: { readonly control: JobFormControl }) {
  const words = useMessages(jobFormMessages);
  const { field, fieldState } = useController({ control, name: 'pay' });
  const periods = useMessages(payPeriodMessages);
  // Currency and period stay as they were while both amounts are empty.
  const [pay, setPay] = useState<Pay>(field.value ?? nothingStated);

  function change(changes: Partial<Pay>): void {
    const next = { ...pay, ...changes };
    setPay(next);
    field.onChange(next.minimum === null && next.maximum === null ? null : next);
  }

  return (
    <Fieldset legend={words.pay()}>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        {(['minimum', 'maximum'] as const).map((bound) => (
          <Input
            key={bound}
            type="number"
            inputMode="numeric"
            min={0}
            aria-label={bound === 'minimum' ? words.pay_from() : words.pay_up_to()}
            aria-invalid={fieldState.invalid || undefined}
            placeholder={bound === 'minimum' ? words.from() : words.up_to()}
            value={pay[bound] ?? ''}
            onBlur={field.onBlur}
            onChange={({ target }) => change({ [bound]: numberOrNull(target.value) })}
          />
        ))}
        <Select
          aria-label={words.currency()}
          value={pay.currency}
          onChange={({ target }) => change({ currency: target.value })}
        >
          {commonCurrencies(pay.currency).map((code) => (
            <option key={code}>{code}</option>
          ))}
        </Select>
        <Select
          aria-label={words.period()}
          value={pay.period}
          onChange={({ target }) => {
            const period = payPeriods.find((candidate) => candidate === target.value);
            if (period !== undefined) change({ period });
          }}
        >
          {payPeriods.map((period) => (
            <option key={period} value={period}>
              {periods[period]()}
            </option>
          ))}
        </Select>
      </div>
      {fieldState.invalid && <p className="text-sm text-danger-ink">{words.pay_wrong()}</p>}
    </Fieldset>
  );
}
