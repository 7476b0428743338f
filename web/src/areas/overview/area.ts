import { createRoute } from '@tanstack/react-router';
import { Activity } from 'lucide-react';
import type { Area, Destination } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';
import { overviewMessages } from './place.messages.ts';

const destinations: readonly Destination[] = [
  {
    label: (locale) => overviewMessages(locale).overview(),
    icon: Activity,
    to: '/operator',
    for: ['operator'],
    order: 10,
    exact: true,
  },
];

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/operator',
    beforeLoad: only('operator'),
    component: lazyPage(() => import('./overview-page.tsx'), 'OverviewPage'),
  }),
] as const;

export const overviewArea = { routes, destinations } satisfies Area;
