import { suppressionReasonSchema } from '@rolecall/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import type { Area } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { optionalText } from '../../lib/search-schemas.ts';

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/operator/suppressions',
    validateSearch: z.object({
      q: optionalText,
      reason: suppressionReasonSchema.optional().catch(undefined),
      expired: z.literal(true).optional().catch(undefined),
    }),
    beforeLoad: only('operator'),
    component: lazyRouteComponent(() => import('./suppressions-page.tsx'), 'SuppressionsPage'),
  }),
] as const;

export const suppressionsArea = { routes } satisfies Area;
