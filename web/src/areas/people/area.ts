import { personStates, roles } from '@rolecall/contract';
import { createRoute } from '@tanstack/react-router';
import { Users } from 'lucide-react';
import type { Area, Destination } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';
import { oneOf, searchOf, text } from '../../lib/search.ts';
import { peopleMessages } from './place.messages.ts';

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
    validateSearch: searchOf({ q: text(), role: oneOf(roles), state: oneOf(personStates) }),
    beforeLoad: only('operator'),
    component: lazyPage(() => import('./people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/people/$userId',
    validateSearch: searchOf({ show: oneOf(['kept_out']) }),
    beforeLoad: only('operator'),
    component: lazyPage(() => import('./person-page.tsx'), 'PersonPage'),
  }),
] as const;

export const peopleArea = { routes, destinations } satisfies Area;
