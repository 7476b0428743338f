import type { PushDevice } from '@rolecall/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { BellRing, Smartphone } from 'lucide-react';
import { toast } from 'sonner';
import { Button } from '../../components/ui/button.tsx';
import { Section } from '../../components/ui/card.tsx';
import { ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { toastError } from '../../lib/errors.ts';
import { useAccount } from '../../lib/session.ts';
import { DeviceRow } from './device-row.tsx';
import { devicesQuery, ownDeviceQuery, refreshDevices } from './queries.ts';
import type { PushSupport } from './support.ts';
import { thisBrowser } from './this-browser.ts';
import { usePushMessages } from './use-messages.ts';
import { usePushSupport, useTurningOn } from './use-turning-on.ts';

/** The devices of the person that get pushes, and whether this one does. */
export function DevicesSection() {
  const accountId = useAccount()?.id;
  const { lang, words } = usePushMessages();
  const { data, error, isError, refetch } = useQuery(devicesQuery());
  const { data: own = null } = useQuery({
    ...ownDeviceQuery(accountId ?? ''),
    enabled: accountId !== undefined,
  });
  if (accountId === undefined) return null;
  return (
    <div lang={lang}>
      <Section title={words.devices()} description={words.devices_hint()}>
        <div className="space-y-4">
          <ThisDevice accountId={accountId} own={own} />
          {isError && <ErrorState error={error} onRetry={() => void refetch()} className="py-4" />}
          {data === undefined && !isError && <Skeleton className="h-16 w-full" />}
          {data?.items.length === 0 && <p className="text-sm text-muted">{words.no_devices()}</p>}
          {data !== undefined && data.items.length > 0 && (
            <ul className="divide-y divide-line" aria-label={words.devices()}>
              {data.items.map((device) => (
                <DeviceRow key={device.id} device={device} isOwn={device.id === own?.id} />
              ))}
            </ul>
          )}
        </div>
      </Section>
    </div>
  );
}

interface ThisDeviceProps {
  readonly accountId: string;
  /** Null: this browser gets no pushes. */
  readonly own: PushDevice | null;
}

function ThisDevice({ accountId, own }: ThisDeviceProps) {
  const { words } = usePushMessages();
  const queries = useQueryClient();
  const support = usePushSupport();
  const turnOn = useTurningOn(accountId);
  const turnOff = useMutation({
    mutationFn: () => thisBrowser.turnOff(),
    onSuccess: () => toast.success(words.turned_off()),
    onError: toastError,
    onSettled: () => refreshDevices(queries),
  });
  const advice = adviceOn(support, words);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-xl bg-sunken px-4 py-3.5">
      <Smartphone className="size-5 shrink-0 text-muted" aria-hidden />
      <p className="min-w-0 flex-1 basis-52 text-sm text-pretty" role="status">
        {advice ?? (own === null ? words.not_here() : words.turned_on())}
      </p>
      {advice === null && own === null && (
        <Button variant="primary" size="small" busy={turnOn.isPending} onClick={() => turnOn.mutate()}>
          <BellRing aria-hidden />
          {words.turn_on()}
        </Button>
      )}
      {own !== null && (
        <Button size="small" busy={turnOff.isPending} onClick={() => turnOff.mutate()}>
          {words.turn_off()}
        </Button>
      )}
    </div>
  );
}

/** What stands in the way here, and how to change it; null: nothing does. */
function adviceOn(support: PushSupport, words: ReturnType<typeof usePushMessages>['words']): string | null {
  switch (support) {
    case 'unsupported':
      return words.unsupported();
    case 'needs_home_screen':
      return words.needs_home_screen();
    case 'denied':
      return words.denied();
    case 'default':
    case 'granted':
      return null;
  }
}
