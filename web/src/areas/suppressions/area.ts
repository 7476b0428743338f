import { suppressionReasons } from '@rolecall/contract';
import { createRoute } from '@tanstack/react-router';
import type { Area } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';
import { flag, oneOf, searchOf, text } from '../../lib/search.ts';

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/operator/suppressions',
    validateSearch: searchOf({ q: text(), reason: oneOf(suppressionReasons), expired: flag }),
    beforeLoad: only('operator'),
    component: lazyPage(() => import('./suppressions-page.tsx'), 'SuppressionsPage'),
  }),
] as const;

export const suppressionsArea = { routes } satisfies Area;
