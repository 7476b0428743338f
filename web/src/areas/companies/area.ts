import { companyStates } from '@rolecall/contract';
import { createRoute } from '@tanstack/react-router';
import { Building2 } from 'lucide-react';
import type { Area, Destination } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';
import { oneOf, searchOf, text } from '../../lib/search.ts';
import { companiesPlaceMessages } from './place.messages.ts';

const destinations: readonly Destination[] = [
  {
    label: (locale) => companiesPlaceMessages(locale).companies(),
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
    validateSearch: searchOf({ q: text(), state: oneOf(companyStates) }),
    beforeLoad: only('operator'),
    component: lazyPage(() => import('./companies-page.tsx'), 'CompaniesPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/companies/$companyId',
    beforeLoad: only('operator'),
    component: lazyPage(() => import('./operator-company-page.tsx'), 'OperatorCompanyPage'),
  }),
] as const;

export const companiesArea = { routes, destinations } satisfies Area;
