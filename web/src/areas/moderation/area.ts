import { moderationStateSchema } from '@rolecall/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ShieldAlert } from 'lucide-react';
import { z } from 'zod';
import type { Area, Destination } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { moderationMessages } from './messages.ts';

const destinations: readonly Destination[] = [
  {
    label: (locale) => moderationMessages(locale).moderation(),
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
    validateSearch: z.object({
      state: moderationStateSchema.optional().catch(undefined),
      cause: z.enum(['flags', 'reports']).optional().catch(undefined),
      order: z.enum(['newest']).optional().catch(undefined),
    }),
    beforeLoad: only('operator'),
    component: lazyRouteComponent(() => import('./moderation-page.tsx'), 'ModerationPage'),
    staticData: { isTranslated: true },
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/moderation/$jobId',
    beforeLoad: only('operator'),
    component: lazyRouteComponent(() => import('./case-page.tsx'), 'CasePage'),
    staticData: { isTranslated: true },
  }),
] as const;

export const moderationArea = { routes, destinations } satisfies Area;
