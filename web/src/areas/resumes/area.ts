import { createRoute } from '@tanstack/react-router';
import { ScrollText } from 'lucide-react';
import type { Area, MenuEntry } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';
import { id, searchOf } from '../../lib/search.ts';
import { resumePlaceMessages } from './place.messages.ts';

const accountMenu: readonly MenuEntry[] = [
  {
    label: (locale) => resumePlaceMessages(locale).resume(),
    icon: ScrollText,
    to: '/resume',
    order: 25,
  },
];

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/resume',
    beforeLoad: only('job_seeker'),
    validateSearch: searchOf({ id }),
    component: lazyPage(() => import('./resume-page.tsx'), 'ResumePage'),
  }),
] as const;

export const resumesArea = { routes, accountMenu } satisfies Area;
