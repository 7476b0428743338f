import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import type { Area } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';

const EmailSection = lazy(async () => ({ default: (await import('./section.tsx')).EmailSection }));

/** Tokens stand behind the #, which is sent to no server. */
const routes = [
  createRoute({
    getParentRoute: root,
    path: '/confirm-email',
    beforeLoad: only(),
    staticData: { isTranslated: true },
    component: lazyRouteComponent(() => import('./confirm-page.tsx'), 'ConfirmEmailPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/undo-email',
    staticData: { isTranslated: true },
    component: lazyRouteComponent(() => import('./undo-page.tsx'), 'UndoEmailPage'),
  }),
] as const;

export const emailChangeArea = { routes, securitySettings: [EmailSection] } satisfies Area;
