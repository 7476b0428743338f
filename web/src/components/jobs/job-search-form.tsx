import { MapPin, Search } from 'lucide-react';
import { type ComponentProps, type ComponentType, useId } from 'react';
import { useMessages } from '../../lib/language.tsx';
import { Button } from '../ui/button.tsx';
import { jobSearchMessages } from './search.messages.ts';

interface JobSearchFormProps {
  readonly q: string | undefined;
  readonly place: string | undefined;
  /** Offered while typing a place. */
  readonly places: readonly string[];
  /** Other fields than plain ones, such as those that offer what could be meant. */
  readonly inputs?: Readonly<Record<'q' | 'place', ComponentType<ComponentProps<'input'>>>>;
  readonly onSearch: (values: { q: string | undefined; place: string | undefined }) => void;
}

const textOf = (value: FormDataEntryValue | null): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

const plainInput = (props: ComponentProps<'input'>) => <input {...props} />;
const plainInputs = { q: plainInput, place: plainInput } as const;

/** Words and a place. The address holds the state, so the fields are only read when the form is sent. */
export function JobSearchForm({ q, place, places, inputs = plainInputs, onSearch }: JobSearchFormProps) {
  const words = useMessages(jobSearchMessages);
  const id = useId();
  const { q: Words, place: Place } = inputs;
  return (
    <search aria-label={words.jobs()}>
      <form
        // A new address, for example by the back button, gives the fields new first values.
        key={`${q ?? ''}|${place ?? ''}`}
        action={(data) => onSearch({ q: textOf(data.get('q')), place: textOf(data.get('place')) })}
        className="flex flex-col rounded-2xl border border-line-strong bg-surface shadow-raised focus-within:border-accent sm:flex-row sm:items-center"
      >
        <div className="flex flex-3 items-center gap-2.5 px-4">
          <Search className="size-5 shrink-0 text-muted" aria-hidden />
          <label htmlFor={`${id}-q`} className="sr-only">
            {words.words()}
          </label>
          <Words
            id={`${id}-q`}
            name="q"
            type="search"
            defaultValue={q}
            maxLength={200}
            placeholder={words.words_hint()}
            className="h-13 w-full min-w-0 bg-transparent outline-none placeholder:text-muted"
          />
        </div>
        <div className="flex flex-2 items-center gap-2.5 border-t border-line px-4 sm:border-t-0 sm:border-s">
          <MapPin className="size-5 shrink-0 text-muted" aria-hidden />
          <label htmlFor={`${id}-place`} className="sr-only">
            {words.place()}
          </label>
          <Place
            id={`${id}-place`}
            name="place"
            defaultValue={place}
            maxLength={80}
            list={`${id}-places`}
            placeholder={words.place_hint()}
            className="h-13 w-full min-w-0 bg-transparent outline-none placeholder:text-muted"
          />
          <datalist id={`${id}-places`}>
            {places.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
        <div className="p-1.5">
          <Button type="submit" variant="primary" className="h-11 w-full sm:w-auto sm:px-6">
            {words.search()}
          </Button>
        </div>
      </form>
    </search>
  );
}
