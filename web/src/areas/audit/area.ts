import { auditSubjects } from '@rolecall/contract';
import { createRoute } from '@tanstack/react-router';
import { ScrollText } from 'lucide-react';
import type { Area, Destination } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';
import { day, id, oneOf, searchOf, text } from '../../lib/search.ts';
import { auditPlaceMessages } from './place.messages.ts';

const destinations: readonly Destination[] = [
  {
    label: (locale) => auditPlaceMessages(locale).audit(),
    icon: ScrollText,
    to: '/operator/audit',
    for: ['operator'],
    order: 85,
  },
];

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/operator/audit',
    validateSearch: searchOf({
      action: text(),
      actor: id,
      subject_type: oneOf(auditSubjects),
      subject: text(),
      from: day,
      to: day,
    }),
    beforeLoad: only('operator'),
    component: lazyPage(() => import('./audit-page.tsx'), 'AuditPage'),
  }),
] as const;

export const auditArea = { routes, destinations } satisfies Area;
