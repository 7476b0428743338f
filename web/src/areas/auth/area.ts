import { isPagePath } from '@rolecall/contract/constants';
import { createRoute } from '@tanstack/react-router';
import type { Area } from '../../app/area.ts';
import { guestsOnly } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';
import { type Reader, searchOf, text } from '../../lib/search.ts';

/** An address to go to after signing in; only a path of this site. */
const pagePath: Reader<string> = (given) =>
  typeof given === 'string' && isPagePath(given) ? given : undefined;
const nextSearch = searchOf({ next: pagePath });
const tokenSearch = searchOf({ token: text() });

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/sign-in',
    validateSearch: nextSearch,
    beforeLoad: guestsOnly,
    component: lazyPage(() => import('./sign-in-page.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/sign-in/oidc',
    component: lazyPage(() => import('./provider-page.tsx'), 'ProviderPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/sign-in/link',
    component: lazyPage(() => import('./link-page.tsx'), 'LinkPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/sign-up',
    validateSearch: nextSearch,
    beforeLoad: guestsOnly,
    component: lazyPage(() => import('./sign-up-page.tsx'), 'SignUpPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/verify-email',
    validateSearch: tokenSearch,
    component: lazyPage(() => import('./verify-email-page.tsx'), 'VerifyEmailPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/forgot-password',
    component: lazyPage(() => import('./forgot-password-page.tsx'), 'ForgotPasswordPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/reset-password',
    validateSearch: tokenSearch,
    component: lazyPage(() => import('./reset-password-page.tsx'), 'ResetPasswordPage'),
  }),
] as const;

export const authArea = { routes } satisfies Area;
