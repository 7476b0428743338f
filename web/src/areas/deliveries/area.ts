import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { MailX } from 'lucide-react';
import { z } from 'zod';
import type { Area, Destination } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { deliveriesMessages } from './messages.ts';

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
    validateSearch: z.object({
      status: z.enum(['pending', 'sending', 'sent', 'folded', 'skipped']).optional().catch(undefined),
    }),
    beforeLoad: only('operator'),
    component: lazyRouteComponent(() => import('./deliveries-page.tsx'), 'DeliveriesPage'),
  }),
] as const;

export const deliveriesArea = { routes, destinations } satisfies Area;
