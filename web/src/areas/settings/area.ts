import { createRoute, redirect } from '@tanstack/react-router';
import { BellRing, Settings, UserRound } from 'lucide-react';
import type { Area, MenuEntry } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';
import { oneOf, searchOf } from '../../lib/search.ts';
import { settingsParts } from './notifications/parts.ts';
import { settingsMessages } from './place.messages.ts';

const accountMenu: readonly MenuEntry[] = [
  {
    label: (locale) => settingsMessages(locale).profile(),
    icon: UserRound,
    to: '/settings/profile',
    order: 20,
  },
  {
    label: (locale) => settingsMessages(locale).notification_settings(),
    icon: BellRing,
    to: '/settings/notifications',
    order: 30,
  },
  {
    label: (locale) => settingsMessages(locale).account(),
    icon: Settings,
    to: '/settings/account',
    order: 40,
  },
];

const settingsRoute = createRoute({
  getParentRoute: root,
  path: '/settings',
  beforeLoad: only(),
  component: lazyPage(() => import('./settings-layout.tsx'), 'SettingsLayout'),
});
const settings = () => settingsRoute;

const pages = [
  createRoute({
    getParentRoute: settings,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/settings/profile', replace: true });
    },
  }),
  createRoute({
    getParentRoute: settings,
    path: '/profile',
    component: lazyPage(() => import('./profile-page.tsx'), 'ProfilePage'),
  }),
  createRoute({
    getParentRoute: settings,
    path: '/notifications',
    validateSearch: searchOf({ part: oneOf(settingsParts) }),
    component: lazyPage(
      () => import('./notifications/notification-settings-page.tsx'),
      'NotificationSettingsPage',
    ),
  }),
  createRoute({
    getParentRoute: settings,
    path: '/account',
    component: lazyPage(() => import('./account-page.tsx'), 'AccountPage'),
  }),
] as const;

const routes = [settingsRoute.addChildren(pages)] as const;

export const settingsArea = { routes, accountMenu } satisfies Area;
