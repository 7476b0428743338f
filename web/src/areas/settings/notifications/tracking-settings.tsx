import type { Preferences } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Section } from '../../../components/ui/card.tsx';
import { Switch } from '../../../components/ui/switch.tsx';
import { useMessages } from '../../../lib/language.tsx';
import { instanceQuery } from '../../../lib/queries/account.ts';
import { useChangePreferences } from './change.ts';
import { notificationSettingsMessages } from './messages.ts';

/** Consent to what is noted of mails, where this instance asks for it or the person has given it before. */
export function TrackingSettings({ preferences }: { readonly preferences: Preferences }) {
  const words = useMessages(notificationSettingsMessages);
  const { email_tracking: consents } = preferences;
  const { data: instance } = useQuery(instanceQuery());
  const change = useChangePreferences();
  if (instance?.email_tracking !== true && !consents) return null;
  return (
    <Section
      title={words.tracking()}
      description={words.tracking_about()}
      action={
        <Switch
          checked={consents}
          aria-label={words.track()}
          onCheckedChange={(on) => change({ update: { email_tracking: on } })}
        />
      }
    >
      <ul className="list-disc space-y-1 ps-5 text-sm text-muted text-pretty">
        <li>{words.tracking_on()}</li>
        <li>{words.tracking_never()}</li>
        <li>{words.tracking_off()}</li>
      </ul>
    </Section>
  );
}
