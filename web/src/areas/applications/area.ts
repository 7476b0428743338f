import { createRoute } from '@tanstack/react-router';
import { FileText } from 'lucide-react';
import type { Area, Destination } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';
import { applicationsMessages } from './messages.ts';

const destinations: readonly Destination[] = [
  {
    label: (locale) => applicationsMessages(locale).applications(),
    icon: FileText,
    to: '/applications',
    for: ['job_seeker'],
    order: 40,
  },
];

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/applications',
    beforeLoad: only('job_seeker'),
    component: lazyPage(() => import('./applications-page.tsx'), 'ApplicationsPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/applications/$applicationId',
    beforeLoad: only('job_seeker', 'recruiter'),
    component: lazyPage(() => import('./application-page.tsx'), 'ApplicationPage'),
  }),
] as const;

export const applicationsArea = {
  routes,
  destinations,
  outdatedBy: {
    application_received: ['applications'],
    application_confirmation: ['applications'],
    application_status_changed: ['applications'],
    interview_invitation: ['applications'],
    offer: ['applications'],
    rejection: ['applications'],
  },
} satisfies Area;
