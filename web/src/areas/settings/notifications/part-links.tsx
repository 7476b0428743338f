import { Link } from '@tanstack/react-router';
import { BellOff, Clock3, Gauge, MonitorSmartphone, Rows3 } from 'lucide-react';
import { useMessages } from '../../../lib/language.tsx';
import { gridMessages } from './grid.messages.ts';
import { settingsParts } from './parts.ts';

const icons = { what: Rows3, when: Clock3, much: Gauge, muted: BellOff, more: MonitorSmartphone } as const;

/** The parts of the settings: a column beside them on a wide screen, a row above them elsewhere. */
export function PartLinks() {
  const words = useMessages(gridMessages);
  return (
    <nav
      aria-label={words.parts()}
      className="flex gap-1 overflow-x-auto [scrollbar-width:none] max-lg:-mx-4 max-lg:px-4 lg:sticky lg:top-24 lg:flex-col lg:self-start"
    >
      {[undefined, ...settingsParts].map((part) => {
        const Icon = icons[part ?? 'what'];
        return (
          <Link
            key={part ?? 'what'}
            to="/settings/notifications"
            search={part === undefined ? {} : { part }}
            activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
            className="inline-flex min-h-10 shrink-0 items-center gap-2.5 rounded-lg px-3 text-sm font-medium text-muted hover:bg-sunken hover:text-ink"
            activeProps={{ className: 'bg-sunken text-ink!', 'aria-current': 'page' }}
          >
            <Icon className="size-4 shrink-0" aria-hidden />
            {words[`part_${part ?? 'what'}`]()}
          </Link>
        );
      })}
    </nav>
  );
}
