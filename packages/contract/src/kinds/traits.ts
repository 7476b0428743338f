import type { Category } from '../constants.ts';
import { type Channel, channels, isDeliveryChannel } from '../core/channels.ts';
import type { KindDefinition, Priority } from '../core/kind.ts';
import { type Kind, kindNames, kinds } from './index.ts';

type WaitingKind = Pick<KindDefinition, 'mandatory' | 'digestible' | 'defaultChannels'>;

/** Whether it may wait for a person who could read it in the inbox: it is there, and not too urgent to come both ways. */
export function mayWaitForInbox(definition: WaitingKind, priority: Priority): boolean {
  const { mandatory, digestible, defaultChannels } = definition;
  if (mandatory || priority === 'urgent' || !defaultChannels.includes('inbox')) return false;
  return digestible || priority === 'low' || priority === 'medium';
}

/** What holds for a category because of its kinds, whatever a person decides. */
export interface CategoryTraits {
  /** Ways that at least one of its kinds takes. */
  readonly channels: readonly Channel[];
  /** Every one of its kinds is mandatory. */
  readonly mandatory: boolean;
  /** Something of it can wait in a digest. */
  readonly digestible: boolean;
  /** Something of it travels beyond the inbox and cannot wait in a digest. */
  readonly hasUndigestible: boolean;
  /** Something of it travels beyond the inbox and does not wait for being read there. */
  readonly hasPressing: boolean;
}

/** @param isWanted leaves out kinds that a person has switched off, where they matter for how the rest waits */
export function traitsOf(category: Category, isWanted: (kind: Kind) => boolean = () => true): CategoryTraits {
  const names = kindNames.filter((name) => kinds[name].category === category);
  const own = names.map((name): KindDefinition => kinds[name]);
  const optional = names
    .filter(isWanted)
    .map((name): KindDefinition => kinds[name])
    .filter(({ mandatory, defaultChannels }) => !mandatory && defaultChannels.some(isDeliveryChannel));
  return {
    channels: channels.filter((channel) =>
      own.some(({ defaultChannels }) => defaultChannels.includes(channel)),
    ),
    mandatory: own.every(({ mandatory }) => mandatory),
    digestible: optional.some(({ digestible }) => digestible),
    hasUndigestible: optional.some(({ digestible }) => !digestible),
    hasPressing: optional.some((definition) => !mayWaitForInbox(definition, definition.priority)),
  };
}
