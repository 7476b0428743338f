import { createRoute } from '@tanstack/react-router';
import { BellRing } from 'lucide-react';
import type { Area, Destination } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';
import { id, searchOf } from '../../lib/search.ts';
import { alertPlaceMessages } from './place.messages.ts';

const destinations: readonly Destination[] = [
  {
    label: (locale) => alertPlaceMessages(locale).alerts(),
    icon: BellRing,
    to: '/alerts',
    for: ['job_seeker'],
    order: 25,
  },
];

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/alerts',
    // The alert that a notification tells of.
    validateSearch: searchOf({ alert: id }),
    beforeLoad: only('job_seeker'),
    component: lazyPage(() => import('./alerts-page.tsx'), 'AlertsPage'),
  }),
] as const;

export const alertsArea = {
  routes,
  destinations,
  outdatedBy: { saved_search_alert: ['alerts'] },
} satisfies Area;
