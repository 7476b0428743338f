import {
  type Alert,
  type AlertConditions,
  alertFrequencies,
  employmentTypes,
  type NewAlert,
  payPeriods,
  seniorities,
  workplaces,
} from '@rolecall/contract';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { ChipsInput } from '../../components/ui/chips-input.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Checkbox, Field, Fieldset, FormError, Input, Select } from '../../components/ui/field.tsx';
import { commonCurrencies } from '../../lib/currencies.ts';
import { describeError } from '../../lib/errors.ts';
import {
  employmentTypeMessages,
  payPeriodMessages,
  seniorityMessages,
  workplaceMessages,
} from '../../lib/labels.messages.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { AlertPreview } from './alert-preview.tsx';
import { alertMessages } from './messages.ts';
import { weekdayNames } from './words.ts';

const distances = [10, 25, 50, 100, 200] as const;

interface AlertEditorProps {
  readonly alert: Alert | NewAlert;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Changes an alert, or makes a new one, beside what it would have told lately. */
export function AlertEditor({ alert, onClose, onSaved }: AlertEditorProps) {
  const say = useMessages(alertMessages);
  const { locale } = useLanguage();
  const [draft, setDraft] = useState<NewAlert>(() => {
    const { name, conditions, frequency, time, weekday, paused } = alert;
    return { name, conditions, frequency, time, weekday, paused };
  });
  const set = (changes: Partial<NewAlert>) => setDraft((current) => ({ ...current, ...changes }));
  const setConditions = (changes: Partial<AlertConditions>) =>
    setDraft((current) => ({ ...current, conditions: { ...current.conditions, ...changes } }));
  const save = useMutation({
    mutationFn: (body: NewAlert) =>
      'id' in alert
        ? client.alerts.change({ params: { alert_id: alert.id }, body })
        : client.alerts.create({ body }),
    onSuccess: onSaved,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { conditions } = draft;
    const name =
      draft.name.trim() || [conditions.q, conditions.place].filter(Boolean).join(' · ') || say.anything();
    save.mutate({ ...draft, name: name.slice(0, 100) });
  };
  return (
    <Dialog open wide onOpenChange={onClose} title={'id' in alert ? say.edit_title() : say.new_title()}>
      <form onSubmit={submit} className="space-y-5">
        <FormError message={save.isError ? describeError(save.error).title : undefined} />
        <Field label={say.name()}>
          {(attributes) => (
            <Input
              {...attributes}
              maxLength={100}
              value={draft.name}
              onChange={({ target }) => set({ name: target.value })}
            />
          )}
        </Field>
        <ConditionFields conditions={draft.conditions} onChange={setConditions} />
        <div className="grid gap-4 sm:grid-cols-3">
          <Field label={say.frequency()}>
            {(attributes) => (
              <Select
                {...attributes}
                value={draft.frequency}
                onChange={({ target }) =>
                  set({ frequency: alertFrequencies.find((one) => one === target.value) ?? 'daily' })
                }
              >
                {alertFrequencies.map((frequency) => (
                  <option key={frequency} value={frequency}>
                    {say[frequency]()}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {draft.frequency === 'weekly' && (
            <Field label={say.day()}>
              {(attributes) => (
                <Select
                  {...attributes}
                  value={draft.weekday}
                  onChange={({ target }) => set({ weekday: Number(target.value) })}
                >
                  {weekdayNames(locale).map((day, place) => (
                    <option key={day} value={place + 1}>
                      {day}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          )}
          {(draft.frequency === 'daily' || draft.frequency === 'weekly') && (
            <Field label={say.time()}>
              {(attributes) => (
                <Input
                  {...attributes}
                  type="time"
                  required
                  value={draft.time}
                  onChange={({ target }) => set({ time: target.value })}
                />
              )}
            </Field>
          )}
        </div>
        <AlertPreview conditions={draft.conditions} />
        <div className="flex justify-end gap-2">
          <Button type="button" onClick={onClose}>
            {say.cancel()}
          </Button>
          <Button type="submit" variant="primary" busy={save.isPending}>
            {say.save()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const textOrNone = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

function ConditionFields({
  conditions,
  onChange,
}: {
  readonly conditions: AlertConditions;
  readonly onChange: (changes: Partial<AlertConditions>) => void;
}) {
  const say = useMessages(alertMessages);
  const places = useMessages(workplaceMessages);
  const types = useMessages(employmentTypeMessages);
  const levels = useMessages(seniorityMessages);
  const periods = useMessages(payPeriodMessages);
  return (
    <>
      <Field label={say.words()} hint={say.words_hint()}>
        {(attributes) => (
          <Input
            {...attributes}
            maxLength={200}
            value={conditions.q ?? ''}
            onChange={({ target }) => onChange({ q: textOrNone(target.value) })}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={say.place()}>
          {(attributes) => (
            <Input
              {...attributes}
              maxLength={80}
              value={conditions.place ?? ''}
              onChange={({ target }) => onChange({ place: textOrNone(target.value) })}
            />
          )}
        </Field>
        <Field label={say.around()}>
          {(attributes) => (
            <Select
              {...attributes}
              disabled={conditions.place === undefined}
              value={conditions.within_km ?? ''}
              onChange={({ target }) =>
                onChange({ within_km: target.value === '' ? undefined : Number(target.value) })
              }
            >
              <option value="">{say.exactly()}</option>
              {distances.map((km) => (
                <option key={km} value={km}>
                  {say.km({ km: String(km) })}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Choices
        legend={say.workplace()}
        all={workplaces}
        chosen={conditions.workplace}
        labelOf={(value) => places[value]()}
        onChange={(workplace) => onChange({ workplace })}
      />
      <Choices
        legend={say.type()}
        all={employmentTypes}
        chosen={conditions.employment_type}
        labelOf={(value) => types[value]()}
        onChange={(employment_type) => onChange({ employment_type })}
      />
      <Choices
        legend={say.level()}
        all={seniorities}
        chosen={conditions.seniority}
        labelOf={(value) => levels[value]()}
        onChange={(seniority) => onChange({ seniority })}
      />
      <Field label={say.pay({ currency: conditions.pay_currency })} hint={say.pay_hint()}>
        {(attributes) => (
          <div className="flex flex-wrap gap-2">
            <Input
              {...attributes}
              type="number"
              min={1}
              max={1_000_000_000}
              className="w-36"
              value={conditions.pay_minimum ?? ''}
              onChange={({ target }) =>
                onChange({ pay_minimum: target.value === '' ? undefined : Math.round(Number(target.value)) })
              }
            />
            <Select
              aria-label={say.pay({ currency: conditions.pay_currency })}
              className="w-24"
              value={conditions.pay_currency}
              onChange={({ target }) => onChange({ pay_currency: target.value })}
            >
              {commonCurrencies(conditions.pay_currency).map((currency) => (
                <option key={currency}>{currency}</option>
              ))}
            </Select>
            <Select
              aria-label={periods[conditions.pay_period]()}
              className="w-40"
              value={conditions.pay_period}
              onChange={({ target }) =>
                onChange({ pay_period: payPeriods.find((period) => period === target.value) ?? 'year' })
              }
            >
              {payPeriods.map((period) => (
                <option key={period} value={period}>
                  {periods[period]()}
                </option>
              ))}
            </Select>
          </div>
        )}
      </Field>
      <Field label={say.without_companies()}>
        {(attributes) => (
          <ChipsInput
            {...attributes}
            maximum={50}
            value={conditions.without_companies}
            onChange={(without_companies) => onChange({ without_companies })}
          />
        )}
      </Field>
      <Field label={say.without_words()}>
        {(attributes) => (
          <ChipsInput
            {...attributes}
            maximum={50}
            value={conditions.without_words}
            onChange={(without_words) => onChange({ without_words })}
          />
        )}
      </Field>
    </>
  );
}

function Choices<Value extends string>({
  legend,
  all,
  chosen,
  labelOf,
  onChange,
}: {
  readonly legend: string;
  readonly all: readonly Value[];
  readonly chosen: readonly Value[];
  readonly labelOf: (value: Value) => string;
  readonly onChange: (chosen: Value[]) => void;
}) {
  return (
    <Fieldset legend={legend}>
      <div className="flex flex-wrap gap-x-5">
        {all.map((value) => (
          <Checkbox
            key={value}
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              onChange(all.filter((one) => (one === value ? target.checked : chosen.includes(one))))
            }
          >
            {labelOf(value)}
          </Checkbox>
        ))}
      </div>
    </Fieldset>
  );
}
