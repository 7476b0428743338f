import {
  type CategoryPreference,
  type Channel,
  channels,
  isDeliveryChannel,
  type KindPreference,
  type PreferencesUpdate,
} from '@rolecall/contract';

/** The columns of the grid: what open pages show at once stands beside the inbox. */
export type Way = 'live' | Channel;
export const ways: readonly Way[] = ['live', ...channels];

/** How one switch of the grid stands; null: there is nothing to switch. */
export type SwitchState = 'on' | 'partly' | 'off' | null;

/** What is wanted by itself; null: it does not come that way. What is kept out of the inbox is not live. */
function wants(one: Pick<KindPreference, 'channels' | 'live'>, way: Way): boolean | null {
  if (way === 'live') return one.live && wants(one, 'inbox');
  return one.channels.find(({ channel }) => channel === way)?.enabled ?? null;
}

/** What the category itself says, before its kinds are asked. */
function allows(category: CategoryPreference, way: Way): boolean | null {
  const chosen = wants(category, way);
  return chosen === null
    ? null
    : chosen && !(way !== 'live' && isDeliveryChannel(way) && category.frequency === 'off');
}

export function categoryState(category: CategoryPreference, way: Way): SwitchState {
  const allowed = allows(category, way);
  if (allowed === null) return null;
  const own = category.kinds.map((kind) => wants(kind, way)).filter((wanted) => wanted !== null);
  if (!allowed || (own.length > 0 && !own.some(Boolean))) return 'off';
  return own.every(Boolean) ? 'on' : 'partly';
}

export function kindState(category: CategoryPreference, kind: KindPreference, way: Way): SwitchState {
  const wanted = wants(kind, way);
  if (wanted === null) return null;
  return kind.mandatory || (wanted && allows(category, way) === true) ? 'on' : 'off';
}

type CategoryChange = NonNullable<PreferencesUpdate['categories']>[number];

/** What switches a way of the category itself, with the way that it needs: what is live is in the inbox, too. */
function categoryChange({ category, frequency }: CategoryPreference, way: Way, on: boolean): CategoryChange {
  if (way === 'live') return { category, live: on, ...(on ? { channels: { inbox: true } } : {}) };
  const wakes = on && frequency === 'off' && isDeliveryChannel(way);
  return { category, channels: { [way]: on }, ...(wakes ? { frequency: 'immediate' } : {}) };
}

const kindChange = ({ kind }: KindPreference, way: Way, on: boolean) =>
  way === 'live'
    ? { kind, live: on, ...(on ? { channels: { inbox: true } } : {}) }
    : { kind, channels: { [way]: on } };

const choosable = ({ kinds }: CategoryPreference, way: Way) =>
  kinds.filter((kind) => !kind.mandatory && wants(kind, way) !== null);

/** The change when the switch of a category is moved. On means all of it. */
export function switchCategory(category: CategoryPreference, way: Way, on: boolean): PreferencesUpdate {
  const left = choosable(category, way).filter((kind) => wants(kind, way) === false);
  return {
    categories: [categoryChange(category, way, on)],
    ...(on && left.length > 0 ? { kinds: left.map((kind) => kindChange(kind, way, true)) } : {}),
  };
}

/** The change when the switch of a kind is moved. Of a category that is off, this kind alone comes from then on. */
export function switchKind(
  category: CategoryPreference,
  kind: KindPreference,
  way: Way,
  on: boolean,
): PreferencesUpdate {
  if (!on || allows(category, way) === true) return { kinds: [kindChange(kind, way, on)] };
  return {
    categories: [categoryChange(category, way, true)],
    kinds: choosable(category, way).map((one) => kindChange(one, way, one.kind === kind.kind)),
  };
}
