import { useQuery } from '@tanstack/react-query';
import { BellRing } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { type Moment, moments } from '../../lib/moments.ts';
import { dismissal } from './dismissal.ts';
import { ownDeviceQuery } from './queries.ts';
import { usePushMessages } from './use-messages.ts';
import { usePushSupport, useTurningOn } from './use-turning-on.ts';

/** Offers pushes when somebody has just done what they would be good for; nothing at any other time. */
export function Invitation({ accountId }: { readonly accountId: string }) {
  const [moment, setMoment] = useState<Moment | null>(null);
  const support = usePushSupport();
  const { data: own } = useQuery(ownDeviceQuery(accountId));
  const { lang, words } = usePushMessages();
  const turnOn = useTurningOn(accountId);
  useEffect(() => moments.subscribe((one) => setMoment(dismissal.holds(Date.now()) ? null : one)), []);

  const canBeAsked = support === 'default' || support === 'granted';
  const isShown = moment !== null && canBeAsked && own === null;

  function dismiss(): void {
    dismissal.set(Date.now());
    setMoment(null);
  }

  return (
    <div
      role="status"
      lang={lang}
      className="pointer-events-none fixed inset-x-0 bottom-40 z-20 flex justify-center p-3 pb-[calc(0.75rem+env(safe-area-inset-bottom))] md:bottom-0 md:justify-start md:p-6"
    >
      {isShown && (
        <Card className="pointer-events-auto w-full max-w-sm p-5 shadow-floating">
          <div className="flex gap-3.5">
            <span className="flex size-10 shrink-0 items-center justify-center rounded-xl bg-accent-soft text-accent-ink">
              <BellRing className="size-5" aria-hidden />
            </span>
            <div className="min-w-0 space-y-1">
              <p className="font-semibold">{words.invitation()}</p>
              <p className="text-sm text-pretty text-muted">
                {moment === 'applied' ? words.invitation_applied() : words.invitation_saved()}
              </p>
            </div>
          </div>
          <div className="mt-4 flex flex-wrap justify-end gap-2">
            <Button size="small" variant="ghost" onClick={dismiss}>
              {words.invitation_dismiss()}
            </Button>
            <Button
              size="small"
              variant="primary"
              busy={turnOn.isPending}
              onClick={() => turnOn.mutate(undefined, { onSuccess: dismiss })}
            >
              {words.invitation_accept()}
            </Button>
          </div>
        </Card>
      )}
    </div>
  );
}
