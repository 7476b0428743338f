import { createRoute } from '@tanstack/react-router';
import type { Area } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';
import { lazyPart } from '../../lib/lazy-part.ts';

const EmailSection = lazyPart(async () => (await import('./section.tsx')).EmailSection);

/** Tokens stand behind the #, which is sent to no server. */
const routes = [
  createRoute({
    getParentRoute: root,
    path: '/confirm-email',
    beforeLoad: only(),
    component: lazyPage(() => import('./confirm-page.tsx'), 'ConfirmEmailPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/undo-email',
    component: lazyPage(() => import('./undo-page.tsx'), 'UndoEmailPage'),
  }),
] as const;

export const emailChangeArea = { routes, securitySettings: [EmailSection] } satisfies Area;
