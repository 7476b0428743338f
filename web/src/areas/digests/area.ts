import { digestFrequencies } from '@rolecall/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import type { Area } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/notifications/digests',
    validateSearch: z.object({
      show: z
        .enum(['past', ...digestFrequencies])
        .exclude(['daily'])
        .optional()
        .catch(undefined),
    }),
    beforeLoad: only(),
    component: lazyRouteComponent(() => import('./digests-page.tsx'), 'DigestsPage'),
  }),
] as const;

export const digestsArea = { routes } satisfies Area;
