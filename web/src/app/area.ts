import type { Instance, Kind, Locale, Role } from '@rolecall/contract';
import type { QueryClient } from '@tanstack/react-query';
import type { AnyRoute, LinkProps } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';

type Path = NonNullable<LinkProps['to']>;

/** An entry of the main navigation. */
export interface Destination {
  readonly label: (locale: Locale) => string;
  readonly icon: LucideIcon;
  readonly to: Path;
  /** Who has it in the navigation. */
  readonly for: readonly (Role | 'guest')[];
  /** Entries stand in the order of this number. */
  readonly order: number;
  /** Whether only this very page is it, not those below it. */
  readonly exact?: boolean;
}

/** An entry of a menu beside the main navigation. */
export interface MenuEntry {
  readonly label: (locale: Locale) => string;
  readonly icon: LucideIcon;
  readonly to: Path;
  readonly order: number;
  /** Where it is left out the instance does not offer the page. */
  readonly isOffered?: (instance: Instance) => boolean;
}

/** How a companion leads to a page of the app. */
export interface CompanionProps {
  readonly open: (path: string) => void;
  /** The same, in the place of the page that is shown. */
  readonly replace: (path: string) => void;
}

/**
 * What an area of the app brings. State its lists apart, and put them together with `satisfies Area`: the types of links
 * come from the routes of all areas. Destinations and entries need their type, so that routes do not need that of links;
 * routes need `as const` and no type, so that each keeps its own.
 */
export interface Area {
  readonly routes: readonly AnyRoute[];
  readonly destinations?: readonly Destination[];
  /** In the menu of the account. */
  readonly accountMenu?: readonly MenuEntry[];
  /** At the end of every page, for guests too. */
  readonly footer?: readonly MenuEntry[];
  /** Stand beside every page from when somebody has signed in, and show something or nothing. Best loaded then, too. */
  readonly companions?: readonly ComponentType<CompanionProps>[];
  /** Sections of the settings of notifications. */
  readonly notificationSettings?: readonly ComponentType[];
  /** Sections of the settings of the account that are about its safety. */
  readonly securitySettings?: readonly ComponentType[];
  /** First parts of the keys of queries that a notification of a kind makes outdated. */
  readonly outdatedBy?: Readonly<Partial<Record<Kind, readonly string[]>>>;
  /** Takes over live messages, by their name. */
  readonly liveEvents?: ReadonlyMap<string, (queries: QueryClient, data: unknown) => void | Promise<void>>;
}
