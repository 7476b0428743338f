import { companyStateSchema } from '@rolecall/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Building2 } from 'lucide-react';
import { z } from 'zod';
import type { Area, Destination } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { optionalText } from '../../lib/search-schemas.ts';
import { companiesMessages } from './messages.ts';

const destinations: readonly Destination[] = [
  {
    label: (locale) => companiesMessages(locale).companies(),
    icon: Building2,
    to: '/operator/companies',
    for: ['operator'],
    order: 75,
  },
];

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/operator/companies',
    validateSearch: z.object({ q: optionalText, state: companyStateSchema.optional().catch(undefined) }),
    beforeLoad: only('operator'),
    component: lazyRouteComponent(() => import('./companies-page.tsx'), 'CompaniesPage'),
    staticData: { isTranslated: true },
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/companies/$companyId',
    beforeLoad: only('operator'),
    component: lazyRouteComponent(() => import('./operator-company-page.tsx'), 'OperatorCompanyPage'),
    staticData: { isTranslated: true },
  }),
] as const;

export const companiesArea = { routes, destinations } satisfies Area;
