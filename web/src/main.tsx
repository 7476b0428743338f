import { QueryClientProvider } from '@tanstack/react-query';
import { type AnyRoute, RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Companions, notificationSettings, securitySettings } from './app/companions.tsx';
import { NotificationSettingsContext } from './app/notification-settings.ts';
import { ProofProvider } from './app/proof-provider.tsx';
import { createQueryClient } from './app/query-client.ts';
import { RealtimeProvider } from './app/realtime.tsx';
import { SecuritySettingsContext } from './app/security-settings.ts';
import { forgetServedHead, takeOver } from './app/take-over.ts';
import { leaveOldBuild, watchForBuilds } from './lib/build.ts';
import { LanguageProvider } from './lib/language.tsx';
import { loadPatiently } from './lib/lazy-part.ts';
import { session } from './lib/session.ts';
import { loadWords } from './lib/spoken.ts';
import { createAppRouter } from './router.tsx';
import './styles.css';

const queries = createQueryClient();
const router = createAppRouter(queries);
const open = (path: string) => router.history.push(path);
const replace = (path: string) => router.history.replace(path);

session.start();
watchForBuilds();
const servedPath = window.location.pathname;
router.subscribe('onBeforeNavigate', ({ pathChanged, toLocation }) => {
  if (toLocation.pathname !== servedPath) forgetServedHead();
  if (pathChanged) leaveOldBuild(toLocation.href);
});
// The page is loaded beside the question who is signed in, not after it.
const routes = new Map<string, AnyRoute>(Object.entries(router.routesById));
for (const { routeId } of router.matchRoutes(router.latestLocation)) {
  const route = routes.get(String(routeId));
  if (route !== undefined) void router.loadRouteChunk(route);
}

let earlier = session.state;
session.subscribe(() => {
  const before = earlier.status === 'signed_in' ? earlier.account.id : null;
  const now = session.state.status === 'signed_in' ? session.state.account.id : null;
  const wasKnown = earlier.status !== 'unknown';
  earlier = session.state;
  if (!wasKnown || before === now) return;
  if (before === null) {
    // What a guest has read lacks what is the person's own, for example the match of a job.
    void queries.invalidateQueries();
    return;
  }
  // What one person has read must never be seen by the next.
  queries.clear();
  void router.invalidate();
});

const words = loadPatiently(loadWords);
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');
takeOver(root, queries);
const app = (
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <RealtimeProvider open={open}>
          <NotificationSettingsContext value={notificationSettings}>
            <SecuritySettingsContext value={securitySettings}>
              <ProofProvider>
                <RouterProvider router={router} />
              </ProofProvider>
            </SecuritySettingsContext>
          </NotificationSettingsContext>
          <Companions open={open} replace={replace} />
        </RealtimeProvider>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>
);
void words.then(() => createRoot(root).render(app));
