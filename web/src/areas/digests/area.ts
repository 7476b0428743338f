import { createRoute } from '@tanstack/react-router';
import type { Area } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';
import { oneOf, searchOf } from '../../lib/search.ts';

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/notifications/digests',
    validateSearch: searchOf({ show: oneOf(['past', 'hourly', 'weekly']) }),
    beforeLoad: only(),
    component: lazyPage(() => import('./digests-page.tsx'), 'DigestsPage'),
  }),
] as const;

export const digestsArea = { routes } satisfies Area;
