import { auditSubjectSchema } from '@rolecall/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ScrollText } from 'lucide-react';
import { z } from 'zod';
import type { Area, Destination } from '../../app/area.ts';
import { only } from '../../app/guards.ts';
import { root } from '../../app/root-route.ts';
import { optionalId, optionalText } from '../../lib/search-schemas.ts';
import { auditMessages } from './messages.ts';

const destinations: readonly Destination[] = [
  {
    label: (locale) => auditMessages(locale).audit(),
    icon: ScrollText,
    to: '/operator/audit',
    for: ['operator'],
    order: 85,
  },
];

const optionalDay = z.iso.date().optional().catch(undefined);

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/operator/audit',
    validateSearch: z.object({
      action: optionalText,
      actor: optionalId,
      subject_type: auditSubjectSchema.optional().catch(undefined),
      subject: optionalText,
      from: optionalDay,
      to: optionalDay,
    }),
    beforeLoad: only('operator'),
    component: lazyRouteComponent(() => import('./audit-page.tsx'), 'AuditPage'),
    staticData: { isTranslated: true },
  }),
] as const;

export const auditArea = { routes, destinations } satisfies Area;
