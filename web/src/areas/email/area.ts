import { mailCounters } from '@rolecall/contract';
import { createRoute } from '@tanstack/react-router';
import { Mail } from 'lucide-react';
import type { Area, Destination } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';
import { day, oneOf, searchOf } from '../../lib/search.ts';
import { emailMessages } from './place.messages.ts';

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
    component: lazyPage(() => import('./sending-page.tsx'), 'SendingPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/email/analytics',
    validateSearch: searchOf({
      range: oneOf(['24h', '30d', 'custom']),
      from: day,
      to: day,
      by: oneOf(['kind', 'provider', 'domain']),
      sort: oneOf(mailCounters),
    }),
    beforeLoad: only('operator'),
    component: lazyPage(() => import('./analytics-page.tsx'), 'MailAnalyticsPage'),
  }),
] as const;

export const emailArea = { routes, destinations } satisfies Area;
