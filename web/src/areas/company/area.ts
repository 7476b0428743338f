import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { BriefcaseBusiness, Building2 } from 'lucide-react';
import { z } from 'zod';
import type { Area, Destination } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { optionalId } from '../../lib/search-schemas.ts';
import { companyMessages } from './messages.ts';

const destinations: readonly Destination[] = [
  {
    label: (locale) => companyMessages(locale).your_jobs(),
    icon: BriefcaseBusiness,
    to: '/company/jobs',
    for: ['recruiter'],
    order: 10,
  },
  {
    label: (locale) => companyMessages(locale).company(),
    icon: Building2,
    to: '/company',
    for: ['recruiter'],
    order: 12,
    exact: true,
  },
];

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/company',
    beforeLoad: only('recruiter'),
    component: lazyRouteComponent(() => import('./company-page.tsx'), 'CompanyPage'),
    staticData: { isTranslated: true },
  }),
  createRoute({
    getParentRoute: root,
    path: '/company/jobs',
    validateSearch: z.object({ status: z.enum(['open', 'closed']).optional().catch(undefined) }),
    beforeLoad: only('recruiter'),
    component: lazyRouteComponent(() => import('./company-jobs-page.tsx'), 'CompanyJobsPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/company/jobs/new',
    beforeLoad: only('recruiter'),
    component: lazyRouteComponent(() => import('./new-job-page.tsx'), 'NewJobPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/company/jobs/$jobId/edit',
    beforeLoad: only('recruiter'),
    component: lazyRouteComponent(() => import('./edit-job-page.tsx'), 'EditJobPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/company/jobs/$jobId/applicants',
    validateSearch: z.object({ application: optionalId }),
    beforeLoad: only('recruiter'),
    component: lazyRouteComponent(() => import('./applicants-page.tsx'), 'ApplicantsPage'),
  }),
] as const;

export const companyArea = {
  routes,
  destinations,
  outdatedBy: {
    company_decision: ['company', 'company-jobs'],
    application_received: ['company-jobs'],
    application_status_changed: ['company-jobs'],
  },
} satisfies Area;
