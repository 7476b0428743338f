import { employmentTypes, type JobFacets, payPeriods, seniorities, workplaces } from '@rolecall/contract';
import { Button } from '../../components/ui/button.tsx';
import { Checkbox, Fieldset, Input, Select } from '../../components/ui/field.tsx';
import { commonCurrencies } from '../../lib/currencies.ts';
import { formatCount } from '../../lib/format.ts';
import type { JobSearch } from '../../lib/job-search.ts';
import {
  employmentTypeMessages,
  payPeriodMessages,
  seniorityMessages,
  workplaceMessages,
} from '../../lib/labels.messages.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { useAccount } from '../../lib/session.ts';
import { usePending } from '../../lib/use-pending.ts';
import { filterMessages } from './filter.messages.ts';

interface JobFiltersProps {
  readonly search: JobSearch;
  readonly facets: JobFacets | undefined;
  readonly onChange: (changes: Partial<JobSearch>) => void;
}

type Facet = JobFacets['company'];

const ages = [
  { days: 1, label: 'day' },
  { days: 3, label: 'days' },
  { days: 7, label: 'week' },
  { days: 30, label: 'month' },
] as const;

export function JobFilters({ search, facets, onChange }: JobFiltersProps) {
  const [showsHidden, setShowsHidden] = usePending(search.include_hidden, search.include_hidden ?? '');
  const account = useAccount();
  const say = useMessages(filterMessages);
  const places = useMessages(workplaceMessages);
  const types = useMessages(employmentTypeMessages);
  const levels = useMessages(seniorityMessages);
  return (
    <div className="space-y-6">
      <Choices
        legend={say.workplace()}
        options={workplaces.map((value) => ({ value, label: places[value]() }))}
        facet={facets?.workplace}
        chosen={search.workplace}
        onChange={(workplace) => onChange({ workplace })}
      />
      <Choices
        legend={say.type()}
        options={employmentTypes.map((value) => ({ value, label: types[value]() }))}
        facet={facets?.employment_type}
        chosen={search.employment_type}
        onChange={(employment_type) => onChange({ employment_type })}
      />
      <Choices
        legend={say.seniority()}
        options={seniorities.map((value) => ({ value, label: levels[value]() }))}
        facet={facets?.seniority}
        chosen={search.seniority}
        onChange={(seniority) => onChange({ seniority })}
      />
      <PayFilter search={search} onChange={onChange} />
      <Fieldset legend={say.posted()}>
        <Select
          aria-label={say.posted()}
          value={search.posted_within_days ?? ''}
          onChange={({ target }) =>
            onChange({ posted_within_days: target.value === '' ? undefined : Number(target.value) })
          }
        >
          <option value="">{say.any_time()}</option>
          {ages.map(({ days, label }) => (
            <option key={days} value={days}>
              {say[label]()}
            </option>
          ))}
        </Select>
      </Fieldset>
      {facets !== undefined && facets.company.length > 0 && (
        <Choices
          legend={say.company()}
          options={facets.company}
          facet={facets.company}
          chosen={search.company_id}
          onChange={(company_id) => onChange({ company_id })}
        />
      )}
      {account?.role === 'job_seeker' && (
        <Fieldset legend={say.hidden()}>
          <Checkbox
            checked={showsHidden === 'true'}
            onChange={({ target }) => {
              const chosen = target.checked ? 'true' : undefined;
              setShowsHidden(chosen);
              onChange({ include_hidden: chosen });
            }}
            className="-mx-2 rounded-md px-2 hover:bg-sunken lg:min-h-8"
          >
            {say.show_hidden()}
          </Checkbox>
        </Fieldset>
      )}
    </div>
  );
}

interface ChoicesProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly facet: Facet | undefined;
  readonly chosen: readonly Value[] | undefined;
  readonly onChange: (chosen: Value[] | undefined) => void;
}

/** Check boxes with how many jobs each would give; what would give none is left out unless it is chosen. */
function Choices<Value extends string>({ legend, options, facet, chosen, onChange }: ChoicesProps<Value>) {
  const { formatLocale } = useLanguage();
  const counts = new Map(facet?.map(({ value, count }) => [value, count]));
  const [values, setValues] = usePending<readonly Value[]>(chosen ?? [], (chosen ?? []).join());
  const active = new Set<string>(values);
  const shown = options.filter(
    ({ value }) => facet === undefined || active.has(value) || (counts.get(value) ?? 0) > 0,
  );
  if (shown.length === 0) return null;

  function toggle(value: Value): void {
    const next = active.has(value) ? values.filter((candidate) => candidate !== value) : [...values, value];
    setValues(next);
    onChange(next.length > 0 ? next : undefined);
  }

  return (
    <Fieldset legend={legend}>
      <div className="max-h-72 space-y-0.5 overflow-y-auto">
        {shown.map(({ value, label }) => (
          <Checkbox
            key={value}
            checked={active.has(value)}
            onChange={() => toggle(value)}
            className="-mx-2 rounded-md px-2 hover:bg-sunken lg:min-h-8"
          >
            <span className="min-w-0 flex-1 truncate">{label}</span>
            {counts.has(value) && (
              <span className="text-xs text-muted tabular-nums">
                <span className="sr-only">, </span>
                {formatCount(counts.get(value) ?? 0, formatLocale)}
              </span>
            )}
          </Checkbox>
        ))}
      </div>
    </Fieldset>
  );
}

function PayFilter({ search, onChange }: Pick<JobFiltersProps, 'search' | 'onChange'>) {
  const say = useMessages(filterMessages);
  const periods = useMessages(payPeriodMessages);
  function apply(data: FormData): void {
    const amount = Number(data.get('amount'));
    const isAmount = Number.isInteger(amount) && amount > 0;
    onChange({
      pay_minimum: isAmount ? amount : undefined,
      pay_currency: isAmount ? String(data.get('currency')) : undefined,
      pay_period: isAmount ? payPeriods.find((period) => period === data.get('period')) : undefined,
    });
  }
  return (
    <Fieldset legend={say.pay()}>
      <form
        key={`${search.pay_minimum}|${search.pay_currency}|${search.pay_period}`}
        action={apply}
        className="grid grid-cols-2 gap-2"
      >
        <Input
          name="amount"
          type="number"
          min={0}
          step={1}
          inputMode="numeric"
          aria-label={say.amount()}
          placeholder={say.amount()}
          defaultValue={search.pay_minimum}
        />
        <Select name="currency" aria-label={say.currency()} defaultValue={search.pay_currency ?? 'EUR'}>
          {commonCurrencies(search.pay_currency).map((code) => (
            <option key={code}>{code}</option>
          ))}
        </Select>
        <Select name="period" aria-label={say.period()} defaultValue={search.pay_period ?? 'year'}>
          {payPeriods.map((period) => (
            <option key={period} value={period}>
              {periods[period]()}
            </option>
          ))}
        </Select>
        <Button type="submit">{say.apply()}</Button>
      </form>
    </Fieldset>
  );
}
