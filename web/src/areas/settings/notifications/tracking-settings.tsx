import type { Preferences } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Section } from '../../../components/ui/card.tsx';
import { Switch } from '../../../components/ui/switch.tsx';
import { instanceQuery } from '../../../lib/queries/account.ts';
import { useChangePreferences } from './change.ts';

/** Consent to what is noted of mails, where this instance asks for it or the person has given it before. */
export function TrackingSettings({ preferences }: { readonly preferences: Preferences }) {
  const { email_tracking: consents } = preferences;
  const { data: instance } = useQuery(instanceQuery());
  const change = useChangePreferences();
  if (instance?.email_tracking !== true && !consents) return null;
  return (
    <Section
      title="What is noted of your mails"
      description="Off unless you switch it on. You miss nothing without it."
      action={
        <Switch
          checked={consents}
          aria-label="Note which mails I open and which of their links I follow"
          onCheckedChange={(on) => change({ update: { email_tracking: on } })}
        />
      }
    >
      <ul className="list-disc space-y-1 pl-5 text-sm text-muted text-pretty">
        <li>
          Switched on, it is noted when you open a mail (by a tiny picture in it) and which of its links you
          follow. The people who run this site see it added up, to tell which mails are of use.
        </li>
        <li>
          Your network address is not kept. Links to sign in, to reset a password or to unsubscribe are never
          changed.
        </li>
        <li>
          Switched off, nothing more is noted at once, not even of mails that you have got before. What was
          noted goes after 90 days, or with your account.
        </li>
      </ul>
    </Section>
  );
}
