import { type CategoryPreference, type KindPreference, kindNames } from '@rolecall/contract';
import { Lock } from 'lucide-react';
import { cn } from '../../../lib/cn.ts';
import { kindMessages } from '../../../lib/kinds.messages.ts';
import { useMessages } from '../../../lib/language.tsx';
import { useChangePreferences } from './change.ts';
import { gridMessages } from './grid.messages.ts';
import { columns, WaySwitch } from './way-switch.tsx';
import { kindState, switchKind, ways } from './ways.ts';

interface KindRowProps {
  readonly category: CategoryPreference;
  readonly preference: KindPreference;
}

/** One kind of a category, with a switch for each way that it takes. */
export function KindRow({ category, preference }: KindRowProps) {
  const words = useMessages(kindMessages);
  const grid = useMessages(gridMessages);
  const change = useChangePreferences();
  const kind = kindNames.find((one) => one === preference.kind);
  // A server that is newer than this page may know more kinds.
  if (kind === undefined) return null;
  const label = words[kind]();
  return (
    <li data-testid={`kind-${kind}`} className={cn(columns, 'px-4 py-3 ps-7 sm:px-6 sm:ps-10')}>
      <div className="min-w-0">
        <h4 className="text-sm font-medium">{label}</h4>
        <p className="text-xs text-pretty text-muted">
          {preference.mandatory && <Lock className="me-1 inline size-3 align-[-0.1em]" aria-hidden />}
          {preference.mandatory ? grid.always_asked() : words[`${kind}_about`]()}
        </p>
      </div>
      <div className="mt-2.5 flex flex-wrap gap-x-5 gap-y-3 lg:contents">
        {ways.map((way) => (
          <WaySwitch
            key={way}
            name={label}
            way={way}
            state={kindState(category, preference, way)}
            fixed={preference.mandatory}
            onChange={(on) => change({ update: switchKind(category, preference, way, on) })}
          />
        ))}
      </div>
    </li>
  );
}
