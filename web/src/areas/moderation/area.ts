import { moderationStates } from '@rolecall/contract';
import { createRoute } from '@tanstack/react-router';
import { ShieldAlert } from 'lucide-react';
import type { Area, Destination } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';
import { oneOf, searchOf } from '../../lib/search.ts';
import { moderationPlaceMessages } from './place.messages.ts';

const destinations: readonly Destination[] = [
  {
    label: (locale) => moderationPlaceMessages(locale).moderation(),
    icon: ShieldAlert,
    to: '/operator/moderation',
    for: ['operator'],
    order: 35,
  },
];

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/operator/moderation',
    validateSearch: searchOf({
      state: oneOf(moderationStates),
      cause: oneOf(['flags', 'reports']),
      order: oneOf(['newest']),
    }),
    beforeLoad: only('operator'),
    component: lazyPage(() => import('./moderation-page.tsx'), 'ModerationPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/moderation/$jobId',
    beforeLoad: only('operator'),
    component: lazyPage(() => import('./case-page.tsx'), 'CasePage'),
  }),
] as const;

export const moderationArea = { routes, destinations } satisfies Area;
