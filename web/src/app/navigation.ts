import type { Account } from '@rolecall/contract';
import type { LinkProps } from '@tanstack/react-router';
import {
  Activity,
  Bookmark,
  Briefcase,
  Building2,
  FileText,
  type LucideIcon,
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
    { label: 'Broadcasts', icon: Megaphone, to: '/operator/broadcasts' },
    { label: 'Texts', icon: PenLine, to: '/operator/templates' },
    { label: 'People', icon: Users, to: '/operator/people' },
    { label: 'Online', icon: Radio, to: '/operator/online' },
    jobs,
  ],
};

/** Where the main navigation leads, by who is signed in. */
export const destinationsFor = (account: Account | null): readonly Destination[] =>
  account === null ? [jobs] : byRole[account.role];
