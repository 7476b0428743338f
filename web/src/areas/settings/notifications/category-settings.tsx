import {
  type CategoryPreference,
  type Channel,
  channelWords,
  type Frequency,
  frequencySchema,
  isDeliveryChannel,
  type Preferences,
} from '@rolecall/contract';
import { Lock } from 'lucide-react';
import { Card } from '../../../components/ui/card.tsx';
import { Select } from '../../../components/ui/field.tsx';
import { Switch } from '../../../components/ui/switch.tsx';
import { categoryMessages } from '../../../lib/labels.messages.ts';
import { useLanguage, useMessages } from '../../../lib/language.tsx';
import {
  categoryDescriptionMessages,
  categorySettingsMessages,
  frequencyMessages,
} from './categories.messages.ts';
import { useChangePreferences } from './change.ts';

/** Which category comes by which way and how often; each with the sentence of what follows. */
export function CategorySettings({ preferences }: { readonly preferences: Preferences }) {
  const words = useMessages(categorySettingsMessages);
  return (
    <Card className="overflow-hidden">
      <h2 className="px-4 pt-5 text-lg sm:px-6">{words.heading()}</h2>
      <ul className="divide-y divide-line">
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
  const { category, mandatory, frequency, frequencies, channels, summary } = preference;
  const change = useChangePreferences();
  const words = useMessages(categorySettingsMessages);
  const descriptions = useMessages(categoryDescriptionMessages);
  const frequencyWords = useMessages(frequencyMessages);
  const label = useMessages(categoryMessages)[category]();
  const { locale: spoken } = useLanguage();
  const channelLabel = (channel: Channel) => channelWords[channel](spoken).label();
  const isOn = ({ channel, enabled }: (typeof channels)[number]) =>
    enabled && !(isDeliveryChannel(channel) && frequency === 'off');
  const canWait = frequencies.includes('daily');
  const travels = channels.some((one) => isDeliveryChannel(one.channel) && isOn(one));

  const setFrequency = (wanted: Frequency) =>
    change({
      update: { categories: [{ category, frequency: wanted }] },
      told: words.changed({ category: label, frequency: inSentence(frequencyWords[wanted](), spoken) }),
    });
  const setChannel = (channel: (typeof channels)[number]['channel'], enabled: boolean) =>
    change({
      update: {
        categories: [
          {
            category,
            channels: { [channel]: enabled },
            ...(enabled && frequency === 'off' && isDeliveryChannel(channel)
              ? { frequency: 'immediate' as const }
              : {}),
          },
        ],
      },
      ...(enabled ? {} : { told: words.no_more({ category: label, channel: channelLabel(channel) }) }),
    });

  return (
    <li data-testid={`category-${category}`} className="grid gap-3 px-4 py-4 sm:px-6">
      <div className="grid gap-3 sm:grid-cols-[1fr_auto] sm:items-center">
        <div className="min-w-0">
          <h3 className="font-medium">{label}</h3>
          <p className="text-sm text-muted">{descriptions[category]()}</p>
        </div>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          {channels.map((one) => (
            <span key={one.channel} className="inline-flex items-center gap-2 text-sm">
              <Switch
                checked={isOn(one)}
                disabled={one.mandatory}
                aria-label={words.by({ category: label, channel: channelLabel(one.channel) })}
                onCheckedChange={(enabled) => setChannel(one.channel, enabled)}
              />
              <span aria-hidden>{channelLabel(one.channel)}</span>
            </span>
          ))}
          {mandatory && (
            <span className="inline-flex items-center gap-1 text-sm text-muted">
              <Lock className="size-3.5" aria-hidden />
              {words.always()}
            </span>
          )}
        </div>
      </div>
      {canWait && travels && (
        <Select
          aria-label={words.how_often({ category: label })}
          className="sm:w-56"
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
      )}
      <p lang={locale} aria-live="polite" className="text-sm text-pretty text-muted">
        {summary}
      </p>
    </li>
  );
}
