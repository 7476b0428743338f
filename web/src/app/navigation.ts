import type { Account, Instance } from '@rolecall/contract';
import * as areas from '../areas/index.ts';
import type { Area, Destination, MenuEntry } from './area.ts';

const all: readonly Area[] = Object.values(areas);
const byOrder = (one: { readonly order: number }, other: { readonly order: number }) =>
  one.order - other.order;

const destinations = all.flatMap((area) => area.destinations ?? []).sort(byOrder);

/** Where the main navigation leads, by who is signed in. */
export function destinationsFor(account: Account | null): readonly Destination[] {
  const viewer = account?.role ?? 'guest';
  return destinations.filter((destination) => destination.for.includes(viewer));
}

/** The entries of a menu that the instance offers. */
export function menuEntries(menu: 'accountMenu' | 'footer', instance: Instance | undefined): MenuEntry[] {
  return all
    .flatMap((area) => area[menu] ?? [])
    .filter(({ isOffered }) => isOffered === undefined || (instance !== undefined && isOffered(instance)))
    .sort(byOrder);
}

/** How many places stand side by side at the lower edge of a phone, and at the top of a wider screen. */
const mostSideBySide = { phone: 5, wide: 8 } as const;

/** The places that have room in a bar, and those that its 'More' menu holds. */
export function foldPlaces(
  places: readonly Destination[],
  bar: keyof typeof mostSideBySide,
): {
  readonly shown: readonly Destination[];
  readonly folded: readonly Destination[];
} {
  const most = mostSideBySide[bar];
  if (places.length <= most) return { shown: places, folded: [] };
  const room = most - 1;
  return { shown: places.slice(0, room), folded: places.slice(room) };
}
