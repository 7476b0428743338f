import {
  broadcastStatusSchema,
  categorySchema,
  digestFrequencies,
  mailCounters,
  roleSchema,
  suppressionReasonSchema,
} from '@rolecall/contract';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { z } from 'zod';
import { anybody, guestsOnly, only } from './app/guards.ts';
import { Layout } from './app/layout.tsx';
import { NotFoundPage, PendingPage, RouteErrorPage } from './app/status-pages.tsx';
import { jobSearchSchema } from './lib/job-search.ts';
import { jobQueries } from './lib/queries/jobs.ts';
import { parseSearch, stringifySearch } from './lib/search-params.ts';
import { gallerySearchSchema } from './pages/operator/templates/gallery-search.ts';

const rootRoute = createRootRoute({ component: Layout });
const root = () => rootRoute;

const optionalText = z.string().optional().catch(undefined);
const optionalId = z.uuid().optional().catch(undefined);
const tokenSearch = z.object({ token: optionalText });

const home = createRoute({
  getParentRoute: root,
  path: '/',
  beforeLoad: anybody,
  component: lazyRouteComponent(() => import('./pages/home/home-page.tsx'), 'HomePage'),
});

/** An address to go to after signing in; only a path of this site. */
const nextSearch = z.object({
  next: z
    .string()
    .regex(/^\/(?![/\\])/)
    .optional()
    .catch(undefined),
});

const authentication = [
  createRoute({
    getParentRoute: root,
    path: '/sign-in',
    validateSearch: nextSearch,
    beforeLoad: guestsOnly,
    component: lazyRouteComponent(() => import('./pages/auth/sign-in-page.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/sign-up',
    validateSearch: nextSearch,
    beforeLoad: guestsOnly,
    component: lazyRouteComponent(() => import('./pages/auth/sign-up-page.tsx'), 'SignUpPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/verify-email',
    validateSearch: tokenSearch,
    component: lazyRouteComponent(() => import('./pages/auth/verify-email-page.tsx'), 'VerifyEmailPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/forgot-password',
    component: lazyRouteComponent(
      () => import('./pages/auth/forgot-password-page.tsx'),
      'ForgotPasswordPage',
    ),
  }),
  createRoute({
    getParentRoute: root,
    path: '/reset-password',
    validateSearch: tokenSearch,
    component: lazyRouteComponent(() => import('./pages/auth/reset-password-page.tsx'), 'ResetPasswordPage'),
  }),
] as const;

const createJobRoutes = (queries: QueryClient) =>
  [
    createRoute({
      getParentRoute: root,
      path: '/jobs',
      validateSearch: jobSearchSchema,
      beforeLoad: anybody,
      component: lazyRouteComponent(() => import('./pages/jobs/jobs-page.tsx'), 'JobsPage'),
    }),
    createRoute({
      getParentRoute: root,
      path: '/jobs/$jobId',
      beforeLoad: anybody,
      loader: ({ params }) => void queries.prefetchQuery(jobQueries.one(params.jobId)),
      component: lazyRouteComponent(() => import('./pages/jobs/job-page.tsx'), 'JobPage'),
    }),
  ] as const;

const seekerRoutes = [
  createRoute({
    getParentRoute: root,
    path: '/saved',
    validateSearch: z.object({ list: z.enum(['hidden']).optional().catch(undefined) }),
    beforeLoad: only('job_seeker'),
    component: lazyRouteComponent(() => import('./pages/jobs/saved-page.tsx'), 'SavedPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/matches',
    beforeLoad: only('job_seeker'),
    component: lazyRouteComponent(() => import('./pages/jobs/matches-page.tsx'), 'MatchesPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/applications',
    beforeLoad: only('job_seeker'),
    component: lazyRouteComponent(
      () => import('./pages/applications/applications-page.tsx'),
      'ApplicationsPage',
    ),
  }),
  createRoute({
    getParentRoute: root,
    path: '/applications/$applicationId',
    beforeLoad: only('job_seeker', 'recruiter'),
    component: lazyRouteComponent(
      () => import('./pages/applications/application-page.tsx'),
      'ApplicationPage',
    ),
  }),
] as const;

const recruiterRoutes = [
  createRoute({
    getParentRoute: root,
    path: '/company/jobs',
    validateSearch: z.object({ status: z.enum(['open', 'closed']).optional().catch(undefined) }),
    beforeLoad: only('recruiter'),
    component: lazyRouteComponent(() => import('./pages/company/company-jobs-page.tsx'), 'CompanyJobsPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/company/jobs/new',
    beforeLoad: only('recruiter'),
    component: lazyRouteComponent(() => import('./pages/company/new-job-page.tsx'), 'NewJobPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/company/jobs/$jobId/edit',
    beforeLoad: only('recruiter'),
    component: lazyRouteComponent(() => import('./pages/company/edit-job-page.tsx'), 'EditJobPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/company/jobs/$jobId/applicants',
    validateSearch: z.object({ application: optionalId }),
    beforeLoad: only('recruiter'),
    component: lazyRouteComponent(() => import('./pages/company/applicants-page.tsx'), 'ApplicantsPage'),
  }),
] as const;

const notificationsRoute = createRoute({
  getParentRoute: root,
  path: '/notifications',
  validateSearch: z.object({
    state: z.enum(['unread', 'pinned', 'snoozed', 'archived']).optional().catch(undefined),
    category: categorySchema.optional().catch(undefined),
    q: z.string().max(100).optional().catch(undefined),
  }),
  beforeLoad: only(),
  component: lazyRouteComponent(
    () => import('./pages/notifications/notifications-page.tsx'),
    'NotificationsPage',
  ),
});

const digestsRoute = createRoute({
  getParentRoute: root,
  path: '/notifications/digests',
  validateSearch: z.object({
    show: z
      .enum(['past', ...digestFrequencies])
      .exclude(['daily'])
      .optional()
      .catch(undefined),
  }),
  beforeLoad: only(),
  component: lazyRouteComponent(() => import('./pages/digests/digests-page.tsx'), 'DigestsPage'),
});

const keptOutRoute = createRoute({
  getParentRoute: root,
  path: '/notifications/kept-out',
  beforeLoad: only(),
  component: lazyRouteComponent(() => import('./pages/notifications/kept-out-page.tsx'), 'KeptOutPage'),
});

const settingsRoute = createRoute({
  getParentRoute: root,
  path: '/settings',
  beforeLoad: only(),
  component: lazyRouteComponent(() => import('./pages/settings/settings-layout.tsx'), 'SettingsLayout'),
});
const settings = () => settingsRoute;

const settingsRoutes = [
  createRoute({
    getParentRoute: settings,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/settings/profile', replace: true });
    },
  }),
  createRoute({
    getParentRoute: settings,
    path: '/profile',
    component: lazyRouteComponent(() => import('./pages/settings/profile-page.tsx'), 'ProfilePage'),
  }),
  createRoute({
    getParentRoute: settings,
    path: '/notifications',
    component: lazyRouteComponent(
      () => import('./pages/settings/notifications/notification-settings-page.tsx'),
      'NotificationSettingsPage',
    ),
  }),
  createRoute({
    getParentRoute: settings,
    path: '/account',
    component: lazyRouteComponent(() => import('./pages/settings/account-page.tsx'), 'AccountPage'),
  }),
] as const;

const mailboxRoute = createRoute({
  getParentRoute: root,
  path: '/mailbox',
  validateSearch: z.object({ to: optionalText, mail: optionalId }),
  component: lazyRouteComponent(() => import('./pages/mailbox/mailbox-page.tsx'), 'MailboxPage'),
});

const operatorRoutes = [
  createRoute({
    getParentRoute: root,
    path: '/operator',
    beforeLoad: only('operator'),
    component: lazyRouteComponent(() => import('./pages/operator/overview-page.tsx'), 'OverviewPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/sources',
    beforeLoad: only('operator'),
    component: lazyRouteComponent(() => import('./pages/operator/sources-page.tsx'), 'SourcesPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/deliveries',
    validateSearch: z.object({
      status: z.enum(['pending', 'sending', 'sent', 'folded', 'skipped']).optional().catch(undefined),
    }),
    beforeLoad: only('operator'),
    component: lazyRouteComponent(() => import('./pages/operator/deliveries-page.tsx'), 'DeliveriesPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/email',
    beforeLoad: only('operator'),
    component: lazyRouteComponent(() => import('./pages/operator/email/sending-page.tsx'), 'SendingPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/email/analytics',
    validateSearch: z.object({
      range: z.enum(['24h', '30d', 'custom']).optional().catch(undefined),
      from: z.iso.date().optional().catch(undefined),
      to: z.iso.date().optional().catch(undefined),
      by: z.enum(['kind', 'provider', 'domain']).optional().catch(undefined),
      sort: z.enum(mailCounters).optional().catch(undefined),
    }),
    beforeLoad: only('operator'),
    component: lazyRouteComponent(
      () => import('./pages/operator/email/analytics-page.tsx'),
      'MailAnalyticsPage',
    ),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/broadcasts',
    validateSearch: z.object({ status: broadcastStatusSchema.optional().catch(undefined) }),
    beforeLoad: only('operator'),
    component: lazyRouteComponent(
      () => import('./pages/operator/broadcasts/broadcasts-page.tsx'),
      'BroadcastsPage',
    ),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/broadcasts/new',
    beforeLoad: only('operator'),
    component: lazyRouteComponent(
      () => import('./pages/operator/broadcasts/broadcast-page.tsx'),
      'NewBroadcastPage',
    ),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/broadcasts/$broadcastId',
    beforeLoad: only('operator'),
    component: lazyRouteComponent(
      () => import('./pages/operator/broadcasts/broadcast-page.tsx'),
      'BroadcastPage',
    ),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/people',
    validateSearch: z.object({ q: optionalText }),
    beforeLoad: only('operator'),
    component: lazyRouteComponent(() => import('./pages/operator/people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/people/$userId',
    validateSearch: z.object({ show: z.enum(['kept_out']).optional().catch(undefined) }),
    beforeLoad: only('operator'),
    component: lazyRouteComponent(() => import('./pages/operator/person-page.tsx'), 'PersonPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/templates',
    beforeLoad: only('operator'),
    component: lazyRouteComponent(
      () => import('./pages/operator/templates/templates-page.tsx'),
      'TemplatesPage',
    ),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/mail-gallery',
    validateSearch: gallerySearchSchema,
    beforeLoad: only('operator'),
    component: lazyRouteComponent(() => import('./pages/operator/templates/gallery-page.tsx'), 'GalleryPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/templates/$kind/$channel/$locale',
    beforeLoad: only('operator'),
    component: lazyRouteComponent(
      () => import('./pages/operator/templates/template-page.tsx'),
      'TemplatePage',
    ),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/suppressions',
    validateSearch: z.object({
      q: optionalText,
      reason: suppressionReasonSchema.optional().catch(undefined),
      expired: z.literal(true).optional().catch(undefined),
    }),
    beforeLoad: only('operator'),
    component: lazyRouteComponent(
      () => import('./pages/operator/suppressions/suppressions-page.tsx'),
      'SuppressionsPage',
    ),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/online',
    validateSearch: z.object({ role: roleSchema.optional().catch(undefined) }),
    beforeLoad: only('operator'),
    component: lazyRouteComponent(() => import('./pages/operator/online-page.tsx'), 'OnlinePage'),
  }),
] as const;

export const createAppRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: rootRoute.addChildren([
      home,
      ...authentication,
      ...createJobRoutes(queries),
      ...seekerRoutes,
      ...recruiterRoutes,
      notificationsRoute,
      digestsRoute,
      keptOutRoute,
      settingsRoute.addChildren([...settingsRoutes]),
      mailboxRoute,
      ...operatorRoutes,
    ]),
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

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
