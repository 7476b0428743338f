import { createRoute } from '@tanstack/react-router';
import { MailX } from 'lucide-react';
import type { Area, Destination } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';
import { oneOf, searchOf } from '../../lib/search.ts';
import { deliveriesMessages } from './place.messages.ts';

const destinations: readonly Destination[] = [
  {
    label: (locale) => deliveriesMessages(locale).deliveries(),
    icon: MailX,
    to: '/operator/deliveries',
    for: ['operator'],
    order: 30,
  },
];

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/operator/deliveries',
    validateSearch: searchOf({ status: oneOf(['pending', 'sending', 'sent', 'folded', 'skipped']) }),
    beforeLoad: only('operator'),
    component: lazyPage(() => import('./deliveries-page.tsx'), 'DeliveriesPage'),
  }),
] as const;

export const deliveriesArea = { routes, destinations } satisfies Area;
