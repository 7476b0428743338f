import {
  type CategoryPreference,
  type Frequency,
  frequencySchema,
  type Preferences,
} from '@rolecall/contract';
import { ChevronDown, Lock } from 'lucide-react';
import { useId, useState } from 'react';
import { Card } from '../../../components/ui/card.tsx';
import { Select } from '../../../components/ui/field.tsx';
import { cn } from '../../../lib/cn.ts';
import { categoryMessages } from '../../../lib/labels.messages.ts';
import { useLanguage, useMessages } from '../../../lib/language.tsx';
import {
  categoryDescriptionMessages,
  categorySettingsMessages,
  frequencyMessages,
} from './categories.messages.ts';
import { useChangePreferences } from './change.ts';
import { gridMessages } from './grid.messages.ts';
import { KindRow } from './kind-row.tsx';
import { columns, useWayLabel, WaySwitch } from './way-switch.tsx';
import { categoryState, switchCategory, type Way, ways } from './ways.ts';

/** Which category comes by which way and how often; each with its kinds, and the sentence of what follows. */
export function CategorySettings({ preferences }: { readonly preferences: Preferences }) {
  const words = useMessages(categorySettingsMessages);
  const grid = useMessages(gridMessages);
  const label = useWayLabel();
  return (
    <Card className="overflow-clip">
      <div className="px-4 pt-5 pb-3 sm:px-6">
        <h2 className="text-lg">{words.heading()}</h2>
        <p className="mt-1 text-sm text-muted">{grid.live_about()}</p>
      </div>
      <div
        aria-hidden
        className={cn(
          columns,
          'hidden border-y border-line bg-sunken/60 px-6 py-2 text-xs font-medium text-muted',
        )}
      >
        <span>{grid.what()}</span>
        {ways.map((way) => (
          <span key={way} className="truncate text-center">
            {label(way)}
          </span>
        ))}
        <span>{grid.how_often()}</span>
      </div>
      <ul className="divide-y divide-line max-lg:border-t max-lg:border-line">
        {preferences.categories.map((category) => (
          <CategoryItem key={category.category} preference={category} locale={preferences.locale} />
        ))}
      </ul>
    </Card>
  );
}

/** As it is said after a colon. */
const inSentence = (text: string, locale: string) => text.charAt(0).toLocaleLowerCase(locale) + text.slice(1);

interface CategoryItemProps {
  readonly preference: CategoryPreference;
  readonly locale: Preferences['locale'];
}

function CategoryItem({ preference, locale }: CategoryItemProps) {
  const { category, mandatory, kinds, summary } = preference;
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  const change = useChangePreferences();
  const words = useMessages(categorySettingsMessages);
  const grid = useMessages(gridMessages);
  const descriptions = useMessages(categoryDescriptionMessages);
  const label = useMessages(categoryMessages)[category]();
  const wayLabel = useWayLabel();
  const setWay = (way: Way, on: boolean) =>
    change({
      update: switchCategory(preference, way, on),
      ...(on ? {} : { told: words.no_more({ category: label, channel: wayLabel(way) }) }),
    });
  const canOpen = kinds.length > 1 && !mandatory;

  return (
    <li data-testid={`category-${category}`}>
      <div className={cn(columns, 'px-4 py-3.5 sm:px-6')}>
        <div className="min-w-0">
          <h3 className="font-medium">
            {canOpen ? (
              <button
                type="button"
                aria-expanded={isOpen}
                aria-controls={listId}
                className="-mx-1 inline-flex min-h-8 items-center gap-1.5 rounded px-1 hover:text-accent-ink"
                onClick={() => setOpen((open) => !open)}
              >
                {label}
                <span className="sr-only">{grid.kinds_of({ category: label })}</span>
                <ChevronDown
                  className={cn('size-4 text-muted transition-transform', isOpen && 'rotate-180')}
                  aria-hidden
                />
              </button>
            ) : (
              label
            )}
          </h3>
          <p className="text-sm text-muted">{descriptions[category]()}</p>
        </div>
        <div className="mt-3 flex flex-wrap gap-x-5 gap-y-3 lg:contents">
          {ways.map((way) => (
            <WaySwitch
              key={way}
              name={label}
              way={way}
              state={categoryState(preference, way)}
              fixed={mandatory}
              onChange={(on) => setWay(way, on)}
            />
          ))}
        </div>
        <HowOften preference={preference} label={label} />
        <p lang={locale} aria-live="polite" className="mt-2 text-sm text-pretty text-muted lg:col-span-full">
          {mandatory && <Lock className="me-1.5 inline size-3.5 align-[-0.15em]" aria-hidden />}
          {summary}
          {mandatory && <span lang="">{` ${grid.always_security()}`}</span>}
        </p>
      </div>
      {canOpen && (
        <ul
          id={listId}
          hidden={!isOpen}
          className="divide-y divide-line/70 border-t border-line bg-sunken/40"
        >
          {isOpen && kinds.map((kind) => <KindRow key={kind.kind} category={preference} preference={kind} />)}
        </ul>
      )}
    </li>
  );
}

/** How often it comes beyond the inbox, where it does and can wait. */
function HowOften({
  preference,
  label,
}: {
  readonly preference: CategoryPreference;
  readonly label: string;
}) {
  const { category, frequency, frequencies, channels } = preference;
  const { locale } = useLanguage();
  const change = useChangePreferences();
  const words = useMessages(categorySettingsMessages);
  const frequencyWords = useMessages(frequencyMessages);
  const travels = channels.some(
    ({ channel }) => channel !== 'inbox' && categoryState(preference, channel) !== 'off',
  );
  if (!frequencies.includes('daily') || !travels) return <span className="max-lg:hidden" />;
  const setFrequency = (wanted: Frequency) =>
    change({
      update: { categories: [{ category, frequency: wanted }] },
      told: words.changed({ category: label, frequency: inSentence(frequencyWords[wanted](), locale) }),
    });
  return (
    <Select
      aria-label={words.how_often({ category: label })}
      className="max-lg:mt-3 sm:max-lg:w-64"
      value={frequency}
      onChange={({ target }) => setFrequency(frequencySchema.parse(target.value))}
    >
      {frequencies
        .filter((one) => one !== 'off')
        .map((one) => (
          <option key={one} value={one}>
            {frequencyWords[one]()}
          </option>
        ))}
    </Select>
  );
}
