import { mailCounters } from '@rolecall/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Mail } from 'lucide-react';
import { z } from 'zod';
import type { Area, Destination } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { emailMessages } from './messages.ts';

const destinations: readonly Destination[] = [
  {
    label: (locale) => emailMessages(locale).email(),
    icon: Mail,
    to: '/operator/email',
    for: ['operator'],
    order: 40,
  },
];

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/operator/email',
    beforeLoad: only('operator'),
    component: lazyRouteComponent(() => import('./sending-page.tsx'), 'SendingPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/email/analytics',
    validateSearch: z.object({
      range: z.enum(['24h', '30d', 'custom']).optional().catch(undefined),
      from: z.iso.date().optional().catch(undefined),
      to: z.iso.date().optional().catch(undefined),
      by: z.enum(['kind', 'provider', 'domain']).optional().catch(undefined),
      sort: z.enum(mailCounters).optional().catch(undefined),
    }),
    beforeLoad: only('operator'),
    component: lazyRouteComponent(() => import('./analytics-page.tsx'), 'MailAnalyticsPage'),
  }),
] as const;

export const emailArea = { routes, destinations } satisfies Area;
