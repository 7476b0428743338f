import { createRoute } from '@tanstack/react-router';
import type { Area } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/operator/vacancies/$jobId',
    beforeLoad: only('operator'),
    component: lazyPage(() => import('./vacancy-page.tsx'), 'VacancyPage'),
  }),
] as const;

export const vacanciesArea = { routes, destinations: [] } satisfies Area;
