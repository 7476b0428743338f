import { Select } from '../../components/ui/field.tsx';
import type { JobSearch } from '../../lib/job-search.ts';
import { useMessages } from '../../lib/language.tsx';
import { searchMessages } from './search.messages.ts';

/** Orders that make sense for the search; the usual one has no place in the address. */
export function OrderSelect({
  search,
  onChange,
}: {
  readonly search: JobSearch;
  readonly onChange: (changes: Partial<JobSearch>) => void;
}) {
  const say = useMessages(searchMessages);
  const hasWords = search.q !== undefined;
  const orders = [
    ...(hasWords ? (['newest'] as const) : []),
    'pay' as const,
    ...(search.place === undefined ? [] : (['distance'] as const)),
  ];
  return (
    <Select
      aria-label={say.order()}
      className="h-9 w-auto max-w-44 sm:max-w-none"
      value={search.sort ?? ''}
      onChange={({ target }) => onChange({ sort: orders.find((order) => order === target.value) })}
    >
      <option value="">{hasWords ? say.relevance() : say.newest()}</option>
      {orders.map((order) => (
        <option key={order} value={order}>
          {say[order]()}
        </option>
      ))}
    </Select>
  );
}
