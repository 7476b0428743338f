import { createRoute } from '@tanstack/react-router';
import { Rss } from 'lucide-react';
import type { Area, Destination } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';
import { sourcesMessages } from './messages.ts';

const destinations: readonly Destination[] = [
  {
    label: (locale) => sourcesMessages(locale).sources(),
    icon: Rss,
    to: '/operator/sources',
    for: ['operator'],
    order: 20,
  },
];

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/operator/sources',
    beforeLoad: only('operator'),
    component: lazyPage(() => import('./sources-page.tsx'), 'SourcesPage'),
  }),
] as const;

export const sourcesArea = { routes, destinations } satisfies Area;
