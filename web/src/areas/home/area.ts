import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../app/area.ts';
import { anybody } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/',
    beforeLoad: anybody,
    component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
  }),
] as const;

export const homeArea = { routes } satisfies Area;
