import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';

interface RouterContext {
  readonly queries: QueryClient;
}

/** Areas hang their routes here; the router adds what surrounds every page. */
export const rootRoute = createRootRouteWithContext<RouterContext>()();

export const root = () => rootRoute;
