import { categorySchema } from '@rolecall/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';
import { z } from 'zod';
import type { Area, MenuEntry } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { notificationsMessages } from './messages.ts';

const accountMenu: readonly MenuEntry[] = [
  { label: (locale) => notificationsMessages(locale).inbox(), icon: Inbox, to: '/notifications', order: 10 },
];

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/notifications',
    validateSearch: z.object({
      state: z.enum(['unread', 'pinned', 'snoozed', 'archived']).optional().catch(undefined),
      category: categorySchema.optional().catch(undefined),
      q: z.string().max(100).optional().catch(undefined),
    }),
    beforeLoad: only(),
    component: lazyRouteComponent(() => import('./notifications-page.tsx'), 'NotificationsPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/notifications/kept-out',
    beforeLoad: only(),
    component: lazyRouteComponent(() => import('./kept-out-page.tsx'), 'KeptOutPage'),
  }),
] as const;

export const notificationsArea = { routes, accountMenu } satisfies Area;
