import { createRoute } from '@tanstack/react-router';
import { MailOpen } from 'lucide-react';
import type { Area, MenuEntry } from '../../app/area.ts';
import { root } from '../../app/root-route.ts';
import { lazyPage } from '../../lib/lazy-page.tsx';
import { id, searchOf, text } from '../../lib/search.ts';
import { mailboxMessages } from './place.messages.ts';

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
    validateSearch: searchOf({ to: text(), mail: id }),
    component: lazyPage(() => import('./mailbox-page.tsx'), 'MailboxPage'),
  }),
] as const;

export const mailboxArea = { routes, accountMenu: entries, footer: entries } satisfies Area;
