import { demoMessages, type Instance } from '@rolecall/contract';
import { ArrowRight } from 'lucide-react';
import { useMessages } from '../../lib/language.tsx';
import { Monogram } from '../ui/monogram.tsx';

type Person = Instance['demo_people'][number];

interface DemoPeopleProps {
  readonly people: readonly Person[];
  readonly busy: boolean;
  readonly onChoose: (person: Person) => void;
}

/** As whom one can look around, each a button. */
export function DemoPeople({ people, busy, onChoose }: DemoPeopleProps) {
  const words = useMessages(demoMessages);
  return (
    <ul className="space-y-2">
      {people.map((person) => (
        <li key={person.email}>
          <button
            type="button"
            disabled={busy}
            onClick={() => onChoose(person)}
            data-testid={`demo-${person.persona}`}
            className="group flex w-full items-center gap-3 rounded-xl border border-line bg-surface p-2.5 text-start transition-colors hover:border-accent hover:bg-accent-soft/50 disabled:opacity-60"
          >
            <Monogram name={person.name} className="rounded-full" />
            <span className="min-w-0 flex-1">
              <span className="block text-sm leading-snug font-semibold">
                {words[person.persona]({ name: person.name.split(' ')[0] ?? person.name })}
              </span>
              <span className="mt-0.5 block text-xs leading-snug text-muted">
                {words[`${person.persona}_hint`]()}
              </span>
            </span>
            <ArrowRight
              className="size-4 shrink-0 text-muted transition-transform group-hover:translate-x-0.5 rtl:-scale-x-100"
              aria-hidden
            />
          </button>
        </li>
      ))}
    </ul>
  );
}
