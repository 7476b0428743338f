import type { Category } from '../../../constants.ts';
import {
  type Channel,
  type DeliveryChannel,
  deliveryChannels,
  isDeliveryChannel,
} from '../../../core/channels.ts';
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
  /** Of ways by which it comes, how many kinds are left out. */
  readonly leftOut: readonly { readonly channel: Channel; readonly kinds: number }[];
  /** It is in the inbox, and open pages do not show it when it comes. */
  readonly isSilent: boolean;
}

export function effectOf(choice: CategoryChoice, preferences: SummarizedPreferences): CategoryEffect {
  const { category, mandatory, frequency } = choice;
  const silenced = new Set(choice.kinds.filter(({ channels }) => !travels(channels)).map(({ kind }) => kind));
  const traits = traitsOf(category, (kind) => !silenced.has(kind));
  const inbox = isOn(choice, 'inbox');
  const effect = {
    category,
    mandatory,
    inbox,
    leftOut: leftOutOf(choice),
    isSilent: inbox && choice.live === false,
  };
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

/** Whether it comes by this way: the category, and at least one of its kinds where they are decided about one by one. */
function isOn({ channels, kinds }: CategoryChoice, wanted: Channel): boolean {
  const taking = kinds.flatMap((kind) => kind.channels.filter(({ channel }) => channel === wanted));
  return (
    channels.some(({ channel, enabled }) => channel === wanted && enabled) &&
    (taking.length === 0 || taking.some(({ enabled }) => enabled))
  );
}

const travels = (ways: CategoryChoice['kinds'][number]['channels']) =>
  ways.some(({ channel, enabled }) => isDeliveryChannel(channel) && enabled);

function leftOutOf(choice: CategoryChoice): CategoryEffect['leftOut'] {
  const shown = choice.channels.filter(
    ({ channel }) => isOn(choice, channel) && !(choice.frequency === 'off' && isDeliveryChannel(channel)),
  );
  return shown.flatMap(({ channel }) => {
    const off = choice.kinds.filter(({ channels }) =>
      channels.some((one) => one.channel === channel && !one.enabled),
    );
    return off.length === 0 ? [] : [{ channel, kinds: off.length }];
  });
}
