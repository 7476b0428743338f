import { personStates, roles } from '@rolecall/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Users } from 'lucide-react';
import { z } from 'zod';
import type { Area, Destination } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { optionalText } from '../../lib/search-schemas.ts';
import { peopleMessages } from './messages.ts';

const destinations: readonly Destination[] = [
  {
    label: (locale) => peopleMessages(locale).people(),
    icon: Users,
    to: '/operator/people',
    for: ['operator'],
    order: 70,
  },
];

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/operator/people',
    validateSearch: z.object({
      q: optionalText,
      role: z.enum(roles).optional().catch(undefined),
      state: z.enum(personStates).optional().catch(undefined),
    }),
    beforeLoad: only('operator'),
    component: lazyRouteComponent(() => import('./people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/people/$userId',
    validateSearch: z.object({ show: z.enum(['kept_out']).optional().catch(undefined) }),
    beforeLoad: only('operator'),
    component: lazyRouteComponent(() => import('./person-page.tsx'), 'PersonPage'),
  }),
] as const;

export const peopleArea = { routes, destinations } satisfies Area;
