import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { MailOpen } from 'lucide-react';
import { z } from 'zod';
import type { Area, MenuEntry } from '../../app/area.ts';
import { root } from '../../app/root-route.ts';
import { optionalId, optionalText } from '../../lib/search-schemas.ts';
import { mailboxMessages } from './messages.ts';

const entries: readonly MenuEntry[] = [
  {
    label: (locale) => mailboxMessages(locale).mailbox(),
    icon: MailOpen,
    to: '/mailbox',
    order: 50,
    isOffered: ({ mailbox }) => mailbox,
  },
];

const routes = [
  createRoute({
    getParentRoute: root,
    path: '/mailbox',
    validateSearch: z.object({ to: optionalText, mail: optionalId }),
    component: lazyRouteComponent(() => import('./mailbox-page.tsx'), 'MailboxPage'),
  }),
] as const;

export const mailboxArea = { routes, accountMenu: entries, footer: entries } satisfies Area;
