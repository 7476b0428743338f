import { createRoute } from '@tanstack/react-router';
import { BriefcaseBusiness, Building2 } from 'lucide-react';
import type { Area, Destination } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';
import { id, oneOf, searchOf } from '../../lib/search.ts';
import { companyMessages } from './place.messages.ts';

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
    component: lazyPage(() => import('./company-page.tsx'), 'CompanyPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/company/jobs',
    validateSearch: searchOf({ status: oneOf(['open', 'closed']) }),
    beforeLoad: only('recruiter'),
    component: lazyPage(() => import('./company-jobs-page.tsx'), 'CompanyJobsPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/company/jobs/new',
    beforeLoad: only('recruiter'),
    component: lazyPage(() => import('./new-job-page.tsx'), 'NewJobPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/company/jobs/$jobId/edit',
    beforeLoad: only('recruiter'),
    component: lazyPage(() => import('./edit-job-page.tsx'), 'EditJobPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/company/jobs/$jobId/applicants',
    validateSearch: searchOf({ application: id }),
    beforeLoad: only('recruiter'),
    component: lazyPage(() => import('./applicants-page.tsx'), 'ApplicantsPage'),
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
