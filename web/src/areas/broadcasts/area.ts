import { broadcastProgressEvent, broadcastStatusSchema } from '@rolecall/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Megaphone } from 'lucide-react';
import { z } from 'zod';
import type { Area, Destination } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { broadcastsMessages } from './messages.ts';
import { takeBroadcastProgress } from './queries.ts';

const destinations: readonly Destination[] = [
  {
    label: (locale) => broadcastsMessages(locale).broadcasts(),
    icon: Megaphone,
    to: '/operator/broadcasts',
    for: ['operator'],
    order: 50,
  },
];

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/operator/broadcasts',
    validateSearch: z.object({ status: broadcastStatusSchema.optional().catch(undefined) }),
    beforeLoad: only('operator'),
    component: lazyRouteComponent(() => import('./broadcasts-page.tsx'), 'BroadcastsPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/broadcasts/new',
    beforeLoad: only('operator'),
    component: lazyRouteComponent(() => import('./broadcast-page.tsx'), 'NewBroadcastPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/broadcasts/$broadcastId',
    beforeLoad: only('operator'),
    component: lazyRouteComponent(() => import('./broadcast-page.tsx'), 'BroadcastPage'),
  }),
] as const;

export const broadcastsArea = {
  routes,
  destinations,
  liveEvents: new Map([[broadcastProgressEvent, takeBroadcastProgress]]),
} satisfies Area;
