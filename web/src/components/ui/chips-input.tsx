import { X } from 'lucide-react';
import { type ComponentProps, type KeyboardEvent, useRef, useState } from 'react';
import { cn } from '../../lib/cn.ts';
import { useMessages } from '../../lib/language.tsx';
import { uiMessages } from './messages.ts';

interface ChipsInputProps
  extends Pick<ComponentProps<'input'>, 'id' | 'aria-describedby' | 'aria-invalid' | 'placeholder'> {
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly onBlur?: () => void;

  readonly maximum: number;
}

/** Words as chips: Enter or a comma adds one, Backspace in the empty field takes the last one away. */
export function ChipsInput({ value, onChange, onBlur, maximum, ...input }: ChipsInputProps) {
  const words = useMessages(uiMessages);
  const [draft, setDraft] = useState('');
  const [announcement, setAnnouncement] = useState('');
  const inputElement = useRef<HTMLInputElement>(null);

  function add(text: string): void {
    const known = new Set(value.map((entry) => entry.toLowerCase()));
    const fresh: string[] = [];
    for (const entry of text.split(/[,;\n\t]/).map((part) => part.trim())) {
      if (entry === '' || known.has(entry.toLowerCase())) continue;
      known.add(entry.toLowerCase());
      fresh.push(entry);
    }
    setDraft('');
    if (fresh.length === 0) return;
    onChange([...value, ...fresh].slice(0, maximum));
    setAnnouncement(words.added({ entries: fresh }));
  }

  function remove(entry: string): void {
    onChange(value.filter((candidate) => candidate !== entry));
    setAnnouncement(words.removed({ entry }));
    inputElement.current?.focus();
  }

  function handleKey(event: KeyboardEvent<HTMLInputElement>): void {
    if ((event.key === 'Enter' || event.key === ',') && !event.nativeEvent.isComposing) {
      if (event.key === 'Enter' && draft.trim() === '') return;
      event.preventDefault();
      add(draft);
    }
    const last = value.at(-1);
    if (event.key === 'Backspace' && draft === '' && last !== undefined) remove(last);
  }

  return (
    <div
      className={cn(
        'flex min-h-10 flex-wrap items-center gap-1.5 rounded-lg border border-line-strong bg-surface p-1.5 focus-within:border-accent focus-within:outline-1 focus-within:outline-accent',
        input['aria-invalid'] && 'border-danger',
      )}
    >
      {value.map((entry) => (
        <span
          key={entry}
          className="inline-flex max-w-full items-center gap-0.5 rounded-md bg-accent-soft ps-2 text-sm text-accent-ink"
        >
          <span className="truncate py-0.5">{entry}</span>
          <button
            type="button"
            onClick={() => remove(entry)}
            className="grid size-7 place-items-center rounded-md hover:bg-accent/15"
            aria-label={words.remove({ entry })}
          >
            <X className="size-3.5" aria-hidden />
          </button>
        </span>
      ))}
      <input
        {...input}
        ref={inputElement}
        value={draft}
        enterKeyHint="done"
        autoComplete="off"
        disabled={value.length >= maximum}
        placeholder={value.length === 0 ? input.placeholder : undefined}
        onChange={(event) => {
          const text = event.target.value;
          if (/[,;\n\t]/.test(text)) add(text);
          else setDraft(text);
        }}
        onKeyDown={handleKey}
        onBlur={() => {
          add(draft);
          onBlur?.();
        }}
        className="h-7 min-w-24 flex-1 bg-transparent px-1.5 text-base outline-none placeholder:text-muted sm:text-sm"
      />
      <span className="sr-only" role="status">
        {announcement}
      </span>
    </div>
  );
}
