import {
  type CategoryPreference,
  type Frequency,
  frequencySchema,
  isDeliveryChannel,
  type Preferences,
} from '@rolecall/contract';
import { Lock } from 'lucide-react';
import { Card } from '../../../components/ui/card.tsx';
import { Select } from '../../../components/ui/field.tsx';
import { Switch } from '../../../components/ui/switch.tsx';
import { categoryDescriptions, categoryLabels, channelLabel, frequencyLabels } from '../../../lib/labels.ts';
import { useChangePreferences } from './change.ts';

/** Which category comes by which way and how often; each with the sentence of what follows. */
export const CategorySettings = ({ preferences }: { readonly preferences: Preferences }) => (
  <Card className="overflow-hidden">
    <h2 className="px-4 pt-5 text-lg sm:px-6">What comes which way</h2>
    <ul className="divide-y divide-line">
      {preferences.categories.map((category) => (
        <CategoryItem key={category.category} preference={category} locale={preferences.locale} />
      ))}
    </ul>
  </Card>
);

interface CategoryItemProps {
  readonly preference: CategoryPreference;
  readonly locale: Preferences['locale'];
}

function CategoryItem({ preference, locale }: CategoryItemProps) {
  const { category, mandatory, frequency, frequencies, channels, summary } = preference;
  const change = useChangePreferences();
  const label = categoryLabels[category];
  const isOn = ({ channel, enabled }: (typeof channels)[number]) =>
    enabled && !(isDeliveryChannel(channel) && frequency === 'off');
  const canWait = frequencies.includes('daily');
  const travels = channels.some((one) => isDeliveryChannel(one.channel) && isOn(one));

  const setFrequency = (wanted: Frequency) =>
    change({
      update: { categories: [{ category, frequency: wanted }] },
      told: `${label}: ${frequencyLabels[wanted].toLowerCase()}`,
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
      ...(enabled ? {} : { told: `${label}: no more by ${channelLabel(channel)}` }),
    });

  return (
    <li data-testid={`category-${category}`} className="grid gap-3 px-4 py-4 sm:px-6">
      <div className="grid gap-3 sm:grid-cols-[1fr_auto] sm:items-center">
        <div className="min-w-0">
          <h3 className="font-medium">{label}</h3>
          <p className="text-sm text-muted">{categoryDescriptions[category]}</p>
        </div>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          {channels.map((one) => (
            <span key={one.channel} className="inline-flex items-center gap-2 text-sm">
              <Switch
                checked={isOn(one)}
                disabled={one.mandatory}
                aria-label={`${label} by ${channelLabel(one.channel)}`}
                onCheckedChange={(enabled) => setChannel(one.channel, enabled)}
              />
              <span aria-hidden>{channelLabel(one.channel)}</span>
            </span>
          ))}
          {mandatory && (
            <span className="inline-flex items-center gap-1 text-sm text-muted">
              <Lock className="size-3.5" aria-hidden />
              always
            </span>
          )}
        </div>
      </div>
      {canWait && travels && (
        <Select
          aria-label={`How often ${label} come beyond the inbox`}
          className="sm:w-56"
          value={frequency}
          onChange={({ target }) => setFrequency(frequencySchema.parse(target.value))}
        >
          {frequencies
            .filter((one) => one !== 'off')
            .map((one) => (
              <option key={one} value={one}>
                {frequencyLabels[one]}
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
