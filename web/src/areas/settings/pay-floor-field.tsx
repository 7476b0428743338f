import { type PayFloor, type Profile, payPeriods } from '@rolecall/contract';
import { useState } from 'react';
import { type Control, useController } from 'react-hook-form';
import { Fieldset, Input, Select } from '../../components/ui/field.tsx';
import { commonCurrencies } from '../../lib/currencies.ts';
import { payPeriodMessages } from '../../lib/labels.messages.ts';
import { useMessages } from '../../lib/language.tsx';
import { settingsPageMessages } from './messages.ts';

/** The least pay that is accepted; an empty amount means no floor. */
export function PayFloorField({ control }: { readonly control: Control<Profile> }) {
  const words = useMessages(settingsPageMessages);
  const { field, fieldState } = useController({ control, name: 'pay_floor' });
  const periods = useMessages(payPeriodMessages);
  // Currency and period stay as they were while the amount is empty.
  const [last, setLast] = useState<PayFloor>(field.value ?? { amount: 1, currency: 'EUR', period: 'year' });

  function change(changes: Partial<PayFloor>): void {
    const next = { ...last, ...changes };
    setLast(next);
    if (field.value !== null || changes.amount !== undefined) field.onChange(next);
  }

  return (
    <Fieldset legend={words.least_pay()} hint={words.least_pay_about()}>
      <div className="grid grid-cols-3 gap-2">
        <Input
          type="number"
          inputMode="numeric"
          min={1}
          aria-label={words.amount()}
          aria-invalid={fieldState.invalid || undefined}
          placeholder={words.no_floor()}
          value={field.value?.amount ?? ''}
          onBlur={field.onBlur}
          onChange={({ target }) =>
            target.value === '' ? field.onChange(null) : change({ amount: Number(target.value) })
          }
        />
        <Select
          aria-label={words.currency()}
          value={last.currency}
          onChange={({ target }) => change({ currency: target.value })}
        >
          {commonCurrencies(last.currency).map((code) => (
            <option key={code}>{code}</option>
          ))}
        </Select>
        <Select
          aria-label={words.period()}
          value={last.period}
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
      {fieldState.invalid && <p className="text-sm text-danger-ink">{words.amount_wrong()}</p>}
    </Fieldset>
  );
}
