import { createRoute } from '@tanstack/react-router';
import { Bookmark, Briefcase, Search, Sparkles } from 'lucide-react';
import type { Area, Destination } from '../../app/area.ts';
import { anybody, only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { readJobList } from '../../lib/job-search.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { id, oneOf, searchOf, text } from '../../lib/search.ts';
import { jobsMessages } from './messages.ts';

const destinations: readonly Destination[] = [
  {
    label: (locale) => jobsMessages(locale).jobs(),
    icon: Search,
    to: '/jobs',
    for: ['guest', 'job_seeker'],
    order: 10,
  },
  { label: (locale) => jobsMessages(locale).jobs(), icon: Search, to: '/jobs', for: ['operator'], order: 90 },
  {
    label: (locale) => jobsMessages(locale).all_jobs(),
    icon: Briefcase,
    to: '/jobs',
    for: ['recruiter'],
    order: 20,
  },
  {
    label: (locale) => jobsMessages(locale).matches(),
    icon: Sparkles,
    to: '/matches',
    for: ['job_seeker'],
    order: 20,
  },
  {
    label: (locale) => jobsMessages(locale).saved(),
    icon: Bookmark,
    to: '/saved',
    for: ['job_seeker'],
    order: 30,
  },
];

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/jobs',
    validateSearch: readJobList,
    beforeLoad: anybody,
    component: lazyPage(() => import('./jobs-page.tsx'), 'JobsPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/jobs/$jobId',
    beforeLoad: anybody,
    loader: ({ params, context }) => void context.queries.prefetchQuery(jobQueries.one(params.jobId)),
    component: lazyPage(() => import('./job-page.tsx'), 'JobPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/companies/$companyId',
    validateSearch: searchOf({ cursor: text(500) }),
    beforeLoad: anybody,
    component: lazyPage(() => import('./company-page.tsx'), 'CompanyPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/saved',
    validateSearch: searchOf({ list: oneOf(['hidden']) }),
    beforeLoad: only('job_seeker'),
    component: lazyPage(() => import('./saved-page.tsx'), 'SavedPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/matches',
    // What a notification has told together.
    validateSearch: searchOf({ window: id, job: id }),
    beforeLoad: only('job_seeker'),
    component: lazyPage(() => import('./matches-page.tsx'), 'MatchesPage'),
  }),
] as const;

export const jobsArea = {
  routes,
  destinations,
  outdatedBy: { job_alert: ['matches'], job_matches: ['matches'], skill_match: ['matches'] },
} satisfies Area;
