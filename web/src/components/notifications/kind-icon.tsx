import type { Kind } from '@rolecall/contract';
import {
  BriefcaseBusiness,
  CircleCheck,
  HandHeart,
  KeyRound,
  type LucideIcon,
  MailCheck,
  MessageSquareMore,
  Milestone,
  UserPlus,
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
};

export function KindIcon({ kind }: { readonly kind: Kind }) {
  const Icon = icons[kind];
  return (
    <span className="grid size-9 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent-ink">
      <Icon className="size-4.5" aria-hidden />
    </span>
  );
}
