import type { Category } from '../../../constants.ts';
import { type DeliveryChannel, deliveryChannels } from '../../../core/channels.ts';
import { traitsOf } from '../../../kinds/traits.ts';
import type { DigestFrequency } from '../../digests/values.ts';
import type { CategoryPreference, Preferences } from '../schemas.ts';

/** What is decided about a category, without its sentence. */
export type CategoryChoice = Omit<CategoryPreference, 'summary'>;

/** All that the sentences tell of. */
export interface SummarizedPreferences
  extends Omit<Preferences, 'categories' | 'summary' | 'minimum_match_score'> {
  readonly categories: readonly CategoryChoice[];
}

/** How a category reaches a person beyond the inbox. */
export type Travel =
  | { readonly by: 'nothing' }
  | { readonly by: 'itself'; readonly channels: readonly DeliveryChannel[] }
  /** By itself, unless it has been read in the inbox by then. */
  | { readonly by: 'escalation'; readonly channels: readonly DeliveryChannel[]; readonly minutes: number }
  | {
      readonly by: 'digest';
      readonly channels: readonly DeliveryChannel[];
      readonly frequency: DigestFrequency;
    }
  /** It waits in digests that are switched off. */
  | { readonly by: 'lost_digest'; readonly channels: readonly DeliveryChannel[] };

/** What follows for one category from all that a person has decided, in no language yet. */
export interface CategoryEffect {
  readonly category: Category;
  readonly mandatory: boolean;
  readonly inbox: boolean;
  readonly travel: Travel;
  /** Something of it does not wait as the rest does. */
  readonly hasException: boolean;
}

export function effectOf(choice: CategoryChoice, preferences: SummarizedPreferences): CategoryEffect {
  const { category, mandatory, frequency } = choice;
  const traits = traitsOf(category);
  const inbox = isOn(choice, 'inbox');
  const effect = { category, mandatory, inbox };
  const channels = frequency === 'off' ? [] : deliveryChannels.filter((channel) => isOn(choice, channel));
  if (channels.length === 0) return { ...effect, travel: { by: 'nothing' }, hasException: false };

  if (frequency !== 'immediate' && frequency !== 'off' && traits.digestible) {
    const digested = channels.filter((channel) => digestsTravelBy(preferences, channel));
    const travel: Travel =
      digested.length === 0
        ? { by: 'lost_digest', channels }
        : { by: 'digest', channels: digested, frequency };
    return { ...effect, travel, hasException: traits.hasUndigestible };
  }
  const minutes = preferences.escalate_after_minutes;
  if (minutes !== null && inbox && !mandatory) {
    return { ...effect, travel: { by: 'escalation', channels, minutes }, hasException: traits.hasPressing };
  }
  return { ...effect, travel: { by: 'itself', channels }, hasException: false };
}

/** Whether digests come to the person by this channel at all. */
export function digestsTravelBy(preferences: SummarizedPreferences, channel: DeliveryChannel): boolean {
  const digests = preferences.categories.find(({ category }) => category === 'digests');
  return digests !== undefined && digests.frequency !== 'off' && isOn(digests, channel);
}

function isOn({ channels }: CategoryChoice, wanted: DeliveryChannel | 'inbox'): boolean {
  return channels.some(({ channel, enabled }) => channel === wanted && enabled);
}
