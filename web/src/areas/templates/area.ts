import { createRoute } from '@tanstack/react-router';
import { PenLine } from 'lucide-react';
import type { Area, Destination } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';
import { readGallerySearch } from './gallery-search.ts';
import { templatesMessages } from './place.messages.ts';

const destinations: readonly Destination[] = [
  {
    label: (locale) => templatesMessages(locale).texts(),
    icon: PenLine,
    to: '/operator/templates',
    for: ['operator'],
    order: 60,
  },
];

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/operator/templates',
    beforeLoad: only('operator'),
    component: lazyPage(() => import('./templates-page.tsx'), 'TemplatesPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/mail-gallery',
    validateSearch: readGallerySearch,
    beforeLoad: only('operator'),
    component: lazyPage(() => import('./gallery-page.tsx'), 'GalleryPage'),
  }),
  createRoute({
    getParentRoute: root,
    path: '/operator/templates/$kind/$channel/$locale',
    beforeLoad: only('operator'),
    component: lazyPage(() => import('./template-page.tsx'), 'TemplatePage'),
  }),
] as const;

export const templatesArea = { routes, destinations } satisfies Area;
