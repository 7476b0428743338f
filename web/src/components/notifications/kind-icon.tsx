import type { Kind } from '@rolecall/contract';
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

const icons: Readonly<Record<Kind, LucideIcon>> = {
  welcome: HandHeart,
  email_verification: MailCheck,
  password_reset: KeyRound,
  job_alert: BriefcaseBusiness,
  application_received: UserPlus,
  application_confirmation: CircleCheck,
  application_status_changed: Milestone,
  service_message: MessageSquareMore,
  test_message: FlaskConical,
  job_posted: BriefcaseBusiness,
  job_recommendation: Sparkles,
  match_score_calculated: Gauge,
  skill_match: Puzzle,
  salary_alert: BadgeEuro,
  job_deadline_reminder: AlarmClock,
  interview_invitation: CalendarPlus,
  interview_reminder: CalendarClock,
  offer: PartyPopper,
  rejection: Milestone,
  automation_needs_attention: CircleAlert,
  follow_up: CalendarClock,
  profile_reminder: UserPen,
  skill_gap: Puzzle,
  achievement: Award,
  career_insight: TrendingUp,
  security_alert: ShieldAlert,
  feature_announcement: Megaphone,
  maintenance: Wrench,
  digest_hourly: Layers,
  digest_daily: Layers,
  digest_weekly: Layers,
  chat_message: MessageCircle,
};

export function KindIcon({ kind }: { readonly kind: Kind }) {
  const Icon = icons[kind];
  return (
    <span className="grid size-9 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent-ink">
      <Icon className="size-4.5" aria-hidden />
    </span>
  );
}
