import { roles } from '@rolecall/contract/constants';
import { createRoute } from '@tanstack/react-router';
import { Radio } from 'lucide-react';
import type { Area, Destination } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';
import { oneOf, searchOf } from '../../lib/search.ts';
import { presenceMessages } from './place.messages.ts';

const destinations: readonly Destination[] = [
  {
    label: (locale) => presenceMessages(locale).online(),
    icon: Radio,
    to: '/operator/online',
    for: ['operator'],
    order: 80,
  },
];

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/operator/online',
    validateSearch: searchOf({ role: oneOf(roles) }),
    beforeLoad: only('operator'),
    component: lazyPage(() => import('./online-page.tsx'), 'OnlinePage'),
  }),
] as const;

export const presenceArea = { routes, destinations } satisfies Area;
