import { useQuery } from '@tanstack/react-query';
import { type ComponentProps, type KeyboardEvent, useId, useRef, useState } from 'react';
import { cn } from '../../lib/cn.ts';
import { useMessages } from '../../lib/language.tsx';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { searchMessages } from './search.messages.ts';

type Kind = 'title' | 'company' | 'skill' | 'place';

interface SuggestingInputProps extends ComponentProps<'input'> {
  readonly kinds: readonly Kind[];
}

const shortest = 2;

/** A field that offers what could be meant while one types: with the arrow keys, Enter and Escape as any list beside a field. */
export function SuggestingInput({ kinds, defaultValue, ...props }: SuggestingInputProps) {
  const say = useMessages(searchMessages);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(-1);
  const settled = useSettled(typed);
  const { data } = useQuery({
    ...jobQueries.suggestions(settled, kinds),
    enabled: settled.length >= shortest,
  });
  const items = typed.length >= shortest ? (data?.items ?? []) : [];
  const isOpen = items.length > 0;
  const labels: Readonly<Record<Kind, string>> = {
    title: say.suggestion_title(),
    company: say.suggestion_company(),
    skill: say.suggestion_skill(),
    place: say.suggestion_place(),
  };

  function close(): void {
    setTyped('');
    setActive(-1);
  }

  function choose(text: string): void {
    if (field.current === null) return;
    field.current.value = text;
    close();
    field.current.form?.requestSubmit();
  }

  function press(event: KeyboardEvent): void {
    if (!isOpen) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // Before the first stands what was typed.
      setActive((current) => ((current + 1 + step + items.length + 1) % (items.length + 1)) - 1);
    } else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && active >= 0) choose(items[active]?.text ?? '');
    else return;
    event.preventDefault();
  }

  return (
    <div className="relative w-full min-w-0">
      <input
        {...props}
        ref={field}
        defaultValue={defaultValue}
        role="combobox"
        aria-expanded={isOpen}
        aria-autocomplete="list"
        aria-controls={isOpen ? `${id}-list` : undefined}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        onChange={({ target }) => {
          setTyped(target.value.trim());
          setActive(-1);
        }}
        onBlur={close}
        onKeyDown={press}
      />
      {isOpen && (
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={say.suggestions()}
          className="absolute inset-x-0 top-full z-30 mt-2 overflow-hidden rounded-xl border border-line bg-surface py-1 shadow-raised"
        >
          {items.map(({ kind, text }, place) => (
            // The field keeps the focus, and has the keys.
            <div
              key={`${kind} ${text}`}
              id={`${id}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === active}
              onPointerDown={(event) => {
                event.preventDefault();
                choose(text);
              }}
              className={cn(
                'flex min-h-10 cursor-pointer items-center justify-between gap-3 px-3 text-sm hover:bg-sunken',
                place === active && 'bg-sunken',
              )}
            >
              <span className="min-w-0 truncate">{text}</span>
              <span className="shrink-0 text-xs text-muted">{labels[kind]}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
