import { roleSchema } from '@rolecall/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Radio } from 'lucide-react';
import { z } from 'zod';
import type { Area, Destination } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { presenceMessages } from './messages.ts';

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
    validateSearch: z.object({ role: roleSchema.optional().catch(undefined) }),
    beforeLoad: only('operator'),
    component: lazyRouteComponent(() => import('./online-page.tsx'), 'OnlinePage'),
  }),
] as const;

export const presenceArea = { routes, destinations } satisfies Area;
