import { broadcastProgressEvent, broadcastStatuses } from '@rolecall/contract';
import type { QueryClient } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import { Megaphone } from 'lucide-react';
import type { Area, Destination } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';
import { oneOf, searchOf } from '../../lib/search.ts';
import { broadcastsMessages } from './place.messages.ts';

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
    validateSearch: searchOf({ status: oneOf(broadcastStatuses) }),
    beforeLoad: only('operator'),
    component: lazyPage(() => import('./broadcasts-page.tsx'), 'BroadcastsPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/broadcasts/new',
    beforeLoad: only('operator'),
    component: lazyPage(() => import('./broadcast-page.tsx'), 'NewBroadcastPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/broadcasts/$broadcastId',
    beforeLoad: only('operator'),
    component: lazyPage(() => import('./broadcast-page.tsx'), 'BroadcastPage'),
  }),
] as const;

async function takeProgress(queries: QueryClient, data: unknown): Promise<void> {
  const { takeBroadcastProgress } = await import('./queries.ts');
  takeBroadcastProgress(queries, data);
}

export const broadcastsArea = {
  routes,
  destinations,
  liveEvents: new Map([[broadcastProgressEvent, takeProgress]]),
} satisfies Area;
