import { isPagePath } from '@rolecall/contract/constants';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import type { Area } from '../../app/area.ts';
import { guestsOnly } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { optionalText } from '../../lib/search-schemas.ts';

/** An address to go to after signing in; only a path of this site. */
const nextSearch = z.object({
  next: z.string().refine(isPagePath).optional().catch(undefined),
});
const tokenSearch = z.object({ token: optionalText });

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/sign-in',
    validateSearch: nextSearch,
    beforeLoad: guestsOnly,
    staticData: { isTranslated: true },
    component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/sign-in/oidc',
    staticData: { isTranslated: true },
    component: lazyRouteComponent(() => import('./provider-page.tsx'), 'ProviderPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/sign-in/link',
    staticData: { isTranslated: true },
    component: lazyRouteComponent(() => import('./link-page.tsx'), 'LinkPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/sign-up',
    validateSearch: nextSearch,
    beforeLoad: guestsOnly,
    staticData: { isTranslated: true },
    component: lazyRouteComponent(() => import('./sign-up-page.tsx'), 'SignUpPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/verify-email',
    validateSearch: tokenSearch,
    staticData: { isTranslated: true },
    component: lazyRouteComponent(() => import('./verify-email-page.tsx'), 'VerifyEmailPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/forgot-password',
    staticData: { isTranslated: true },
    component: lazyRouteComponent(() => import('./forgot-password-page.tsx'), 'ForgotPasswordPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/reset-password',
    validateSearch: tokenSearch,
    staticData: { isTranslated: true },
    component: lazyRouteComponent(() => import('./reset-password-page.tsx'), 'ResetPasswordPage'),
  }),
] as const;

export const authArea = { routes } satisfies Area;
