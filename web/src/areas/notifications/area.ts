import { categories } from '@rolecall/contract/constants';
import { createRoute } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';
import type { Area, MenuEntry } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';
import { oneOf, searchOf, text } from '../../lib/search.ts';
import { notificationsMessages } from './place.messages.ts';

const accountMenu: readonly MenuEntry[] = [
  { label: (locale) => notificationsMessages(locale).inbox(), icon: Inbox, to: '/notifications', order: 10 },
];

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/notifications',
    validateSearch: searchOf({
      state: oneOf(['unread', 'pinned', 'snoozed', 'archived']),
      category: oneOf(categories),
      q: text(100),
    }),
    beforeLoad: only(),
    component: lazyPage(() => import('./notifications-page.tsx'), 'NotificationsPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/notifications/kept-out',
    beforeLoad: only(),
    component: lazyPage(() => import('./kept-out-page.tsx'), 'KeptOutPage'),
  }),
] as const;

export const notificationsArea = { routes, accountMenu } satisfies Area;
