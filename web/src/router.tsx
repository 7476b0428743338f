import type { QueryClient } from '@tanstack/react-query';
import { type AnyRoute, createRouter } from '@tanstack/react-router';
import type { Area } from './app/area.ts';
import { Layout } from './app/layout.tsx';
import { rootRoute } from './app/root-route.ts';
import { NotFoundPage, PendingPage, RouteErrorPage } from './app/status-pages.tsx';
import * as areas from './areas/index.ts';
import { parseSearch, stringifySearch } from './lib/search-params.ts';

type RouteOf<Areas extends Readonly<Record<string, Area>>> = Areas[keyof Areas]['routes'][number];

/** The first signature is the truth about what comes out: links are typed by each single route. */
function routesOf<Areas extends Readonly<Record<string, Area>>>(given: Areas): readonly RouteOf<Areas>[];
function routesOf(given: Readonly<Record<string, Area>>): readonly AnyRoute[] {
  return Object.values(given).flatMap(({ routes }) => routes);
}

export const createAppRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: rootRoute.update({ component: Layout }).addChildren(routesOf(areas)),
    context: { queries },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 250,
    defaultPendingComponent: PendingPage,
    defaultErrorComponent: RouteErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  });

type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
