import type { Account } from '@rolecall/contract';
import type { LinkProps } from '@tanstack/react-router';
import {
  Activity,
  Bookmark,
  Briefcase,
  Building2,
  FileText,
  type LucideIcon,
  Mail,
  MailX,
  Megaphone,
  PenLine,
  Radio,
  Rss,
  Search,
  Sparkles,
  Users,
} from 'lucide-react';

export interface Destination {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly to: NonNullable<LinkProps['to']>;
  /** Whether only this very page is it, not those below it. */
  readonly exact?: boolean;
}

const jobs: Destination = { label: 'Jobs', icon: Search, to: '/jobs' };

const byRole: Readonly<Record<Account['role'], readonly Destination[]>> = {
  job_seeker: [
    jobs,
    { label: 'Matches', icon: Sparkles, to: '/matches' },
    { label: 'Saved', icon: Bookmark, to: '/saved' },
    { label: 'Applications', icon: FileText, to: '/applications' },
  ],
  recruiter: [
    { label: 'Your jobs', icon: Building2, to: '/company/jobs' },
    { label: 'All jobs', icon: Briefcase, to: '/jobs' },
  ],
  operator: [
    { label: 'Overview', icon: Activity, to: '/operator', exact: true },
    { label: 'Sources', icon: Rss, to: '/operator/sources' },
    { label: 'Deliveries', icon: MailX, to: '/operator/deliveries' },
    { label: 'E-mail', icon: Mail, to: '/operator/email' },
    { label: 'Broadcasts', icon: Megaphone, to: '/operator/broadcasts' },
    { label: 'Texts', icon: PenLine, to: '/operator/templates' },
    { label: 'People', icon: Users, to: '/operator/people' },
    { label: 'Online', icon: Radio, to: '/operator/online' },
    jobs,
  ],
};

/** How many places stand side by side at the lower edge of a phone; of more, the last ones fold into a menu. */
const mostSideBySide = 5;

/** The places that have room in the bar of a phone, and those that its 'More' menu holds. */
export function forPhone(destinations: readonly Destination[]): {
  readonly shown: readonly Destination[];
  readonly folded: readonly Destination[];
} {
  if (destinations.length <= mostSideBySide) return { shown: destinations, folded: [] };
  const room = mostSideBySide - 1;
  return { shown: destinations.slice(0, room), folded: destinations.slice(room) };
}

/** Where the main navigation leads, by who is signed in. */
export const destinationsFor = (account: Account | null): readonly Destination[] =>
  account === null ? [jobs] : byRole[account.role];
