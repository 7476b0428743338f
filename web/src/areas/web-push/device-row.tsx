import type { PushDevice } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Input } from '../../components/ui/field.tsx';
import { toastError } from '../../lib/errors.ts';
import { refreshDevices } from './queries.ts';
import { thisBrowser } from './this-browser.ts';
import { usePushMessages } from './use-messages.ts';

interface DeviceRowProps {
  readonly device: PushDevice;
  /** It is this browser. */
  readonly isOwn: boolean;
}

export function DeviceRow({ device, isOwn }: DeviceRowProps) {
  const { words } = usePushMessages();
  const queries = useQueryClient();
  const [isRenaming, setRenaming] = useState(false);
  const params = { device_id: device.id };
  const test = useMutation({
    mutationFn: () => client.webPush.testDevice({ params }),
    onSuccess: ({ result }) => {
      const say = { taken: words.test_taken, gone: words.test_gone, refused: words.test_refused };
      const text = result === 'unreachable' ? words.test_unreachable : say[result];
      (result === 'taken' ? toast.success : toast.error)(text({ name: device.name }));
    },
    onError: toastError,
    onSettled: () => refreshDevices(queries),
  });
  const remove = useMutation({
    mutationFn: () => (isOwn ? thisBrowser.turnOff() : client.webPush.removeDevice({ params })),
    onSuccess: () => toast.success(words.removed()),
    onError: toastError,
    onSettled: () => refreshDevices(queries),
  });
  if (isRenaming) return <RenameForm device={device} onClose={() => setRenaming(false)} />;
  const { name, last_used_at, created_at, state } = device;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-48 text-sm">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          <span className="break-words">{name}</span>
          {isOwn && <Badge>{words.this_device()}</Badge>}
        </p>
        <p className="text-muted">
          {state === 'blocked'
            ? words.blocked()
            : `${words.added({ at: created_at })} · ${last_used_at === null ? words.never_used() : words.last_used({ at: last_used_at })}`}
        </p>
      </div>
      <div className="flex flex-wrap gap-1">
        <Button
          variant="ghost"
          size="small"
          busy={test.isPending}
          aria-label={words.send_test_to({ name })}
          onClick={() => test.mutate()}
        >
          {words.send_test()}
        </Button>
        <Button
          variant="ghost"
          size="small"
          aria-label={words.rename_of({ name })}
          onClick={() => setRenaming(true)}
        >
          {words.rename()}
        </Button>
        <Button
          variant="quietDanger"
          size="small"
          busy={remove.isPending}
          aria-label={words.remove_of({ name })}
          onClick={() => remove.mutate()}
        >
          {words.remove()}
        </Button>
      </div>
    </li>
  );
}

function RenameForm({ device, onClose }: { readonly device: PushDevice; readonly onClose: () => void }) {
  const { words } = usePushMessages();
  const queries = useQueryClient();
  const [name, setName] = useState(device.name);
  const rename = useMutation({
    mutationFn: () => client.webPush.renameDevice({ params: { device_id: device.id }, body: { name } }),
    onSuccess: async () => {
      await refreshDevices(queries);
      toast.success(words.renamed());
      onClose();
    },
    onError: toastError,
  });
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <form
        className="flex flex-wrap items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          rename.mutate();
        }}
      >
        <Input
          aria-label={words.name()}
          className="min-w-0 flex-1 basis-48"
          value={name}
          maxLength={80}
          required
          autoFocus
          onChange={({ target }) => setName(target.value)}
        />
        <Button type="submit" variant="primary" size="small" busy={rename.isPending}>
          {words.save_name()}
        </Button>
        <Button size="small" onClick={onClose}>
          {words.cancel()}
        </Button>
      </form>
    </li>
  );
}
