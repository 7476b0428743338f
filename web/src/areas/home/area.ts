import { createRoute } from '@tanstack/react-router';
import type { Area } from '../../app/area.ts';
import { anybody } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { HomePage } from './home-page.tsx';

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/',
    // The page that most guests see first is not asked for after the app, but comes with it.
    beforeLoad: anybody,
    component: HomePage,
  }),
] as const;

export const homeArea = { routes } satisfies Area;
