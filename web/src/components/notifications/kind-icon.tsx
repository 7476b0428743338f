import { type Kind, type KindImage, kinds } from '@rolecall/contract';
import {
  AlarmClock,
  Award,
  BadgeEuro,
  BriefcaseBusiness,
  CalendarClock,
  CalendarPlus,
  CircleAlert,
  CircleCheck,
  FlaskConical,
  Gauge,
  HandHeart,
  KeyRound,
  Layers,
  type LucideIcon,
  MailCheck,
  Megaphone,
  MessageCircle,
  MessageSquareMore,
  Milestone,
  PartyPopper,
  Puzzle,
  ShieldAlert,
  Sparkles,
  TrendingUp,
  UserPen,
  UserPlus,
  Wrench,
} from 'lucide-react';
import { IconTile, type Tint } from './icon-tile.tsx';

const byImage: Readonly<Record<KindImage, LucideIcon>> = {
  job: BriefcaseBusiness,
  match: Sparkles,
  pay: BadgeEuro,
  deadline: AlarmClock,
  applicant: UserPlus,
  application: Milestone,
  interview: CalendarClock,
  offer: PartyPopper,
  attention: CircleAlert,
  profile: UserPen,
  skill: Puzzle,
  achievement: Award,
  insight: TrendingUp,
  welcome: HandHeart,
  security: ShieldAlert,
  announcement: Megaphone,
  maintenance: Wrench,
  digest: Layers,
  message: MessageCircle,
  service: MessageSquareMore,
};

/** The colour says at a glance whether something presses, goes on or only wants to be known. */
const tintOf: Readonly<Record<KindImage, Tint>> = {
  job: 'fits',
  match: 'fits',
  pay: 'fits',
  deadline: 'presses',
  applicant: 'moves',
  application: 'moves',
  interview: 'presses',
  offer: 'fits',
  attention: 'presses',
  profile: 'own',
  skill: 'own',
  achievement: 'own',
  insight: 'own',
  welcome: 'own',
  security: 'warns',
  announcement: 'quiet',
  maintenance: 'presses',
  digest: 'quiet',
  message: 'moves',
  service: 'quiet',
};

/** Kinds that say more than their picture does. */
const own: Readonly<Partial<Record<Kind, LucideIcon>>> = {
  job_alert: BriefcaseBusiness,
  match_score_calculated: Gauge,
  application_confirmation: CircleCheck,
  interview_invitation: CalendarPlus,
  follow_up: CalendarClock,
  email_verification: MailCheck,
  password_reset: KeyRound,
  test_message: FlaskConical,
};

export function KindIcon({ kind }: { readonly kind: Kind }) {
  const Icon = own[kind] ?? byImage[kinds[kind].image];
  return <IconTile icon={Icon} tint={tintOf[kinds[kind].image]} />;
}
