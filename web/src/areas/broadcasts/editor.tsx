import type { BroadcastDetail, BroadcastInput, Locale } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { CalendarClock, FlaskConical, Play, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { client, RolecallError } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Confirm } from '../../components/ui/dialog.tsx';
import { FormError } from '../../components/ui/field.tsx';
import { describeError, toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { useSettled } from '../../lib/use-settled.ts';
import { AudienceFields } from './audience-fields.tsx';
import { ContentFields } from './content-fields.tsx';
import { type BroadcastDraft, emptyDraft, type Faults, readDraft, readMessage, toDraft } from './draft.ts';
import { broadcastMessages } from './messages.ts';
import { PreviewPanel } from './preview-panel.tsx';
import { broadcastChanged, refreshBroadcasts } from './queries.ts';
import { ScheduleDialog } from './schedule-dialog.tsx';
import { StartDialog } from './start-dialog.tsx';
import { TestDialog } from './test-dialog.tsx';

interface EditorProps {
  /** Null: a new one. */
  readonly broadcast: BroadcastDetail | null;
  readonly timeZone: string;
}

type Window = 'test' | 'schedule' | 'start' | 'remove';

/** Writes a broadcast that has not started. What is open next to it works on what is saved, so it is saved before. */
export function Editor({ broadcast, timeZone }: EditorProps) {
  const words = useMessages(broadcastMessages);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(broadcast === null ? emptyDraft : toDraft(broadcast, timeZone));
  const [saved, setSaved] = useState(draft);
  // The version that is under the hands of who is writing, whatever has been read since.
  const [version, setVersion] = useState(broadcast?.version ?? 1);
  const [faults, setFaults] = useState<Faults>({});
  const [language, setLanguage] = useState<Locale>('en');
  const [window, setWindow] = useState<Window | null>(null);
  const settled = useSettled(draft);
  const isChanged = draft !== saved;

  const save = useMutation({
    mutationFn: ({ input }: { readonly input: BroadcastInput; readonly from: BroadcastDraft }) =>
      broadcast === null
        ? client.broadcasts.create({ body: input })
        : client.broadcasts.update({
            params: { broadcast_id: broadcast.id },
            body: { ...input, version },
          }),
    onSuccess: (changed, { from }) => {
      broadcastChanged(queries, changed);
      setSaved(from);
      setVersion(changed.version);
      toast.success(words.is_saved());
    },
    onError: (error) => {
      const fields = error instanceof RolecallError ? error.fields : [];
      setFaults(
        fields.length === 0
          ? { form: describeError(error).title }
          : Object.fromEntries(fields.map(({ path, message }) => [path, message])),
      );
    },
  });

  /** @returns what is stored; null when it cannot be saved like this */
  async function ensureSaved(): Promise<BroadcastDetail | null> {
    if (broadcast !== null && !isChanged) return broadcast;
    const { input, faults: found } = readDraft(draft, timeZone);
    setFaults(found ?? {});
    if (input === null) return null;
    return save.mutateAsync({ input, from: draft }).catch(() => null);
  }

  async function saveDraft(): Promise<void> {
    const stored = await ensureSaved();
    if (stored === null || broadcast !== null) return;
    await navigate({
      to: '/operator/broadcasts/$broadcastId',
      params: { broadcastId: stored.id },
      replace: true,
    });
  }

  async function openSaved(name: Window): Promise<void> {
    if ((await ensureSaved()) !== null) setWindow(name);
  }

  const remove = useMutation({
    mutationFn: (id: string) => client.broadcasts.remove({ params: { broadcast_id: id } }),
    onSuccess: async () => {
      toast.success(words.is_thrown_away());
      await navigate({ to: '/operator/broadcasts' });
      void refreshBroadcasts(queries);
    },
    onError: toastError,
  });

  const hasFaults = Object.keys(faults).length > 0;
  const fields = { draft, onChange: setDraft, faults, timeZone };
  const close = () => setWindow(null);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="space-y-5">
        <ContentFields {...fields} language={language} onLanguage={setLanguage} />
        <AudienceFields {...fields} />
        <Card className="space-y-3 p-4">
          <FormError message={faults['form'] ?? (hasFaults ? words.put_right() : undefined)} />
          <div className="flex flex-wrap gap-2">
            <Button
              variant={broadcast === null ? 'primary' : 'secondary'}
              busy={save.isPending}
              disabled={broadcast !== null && !isChanged}
              onClick={() => void saveDraft()}
            >
              {broadcast === null ? words.save_draft() : isChanged ? words.save() : words.saved()}
            </Button>
            {broadcast !== null && (
              <>
                <Button onClick={() => void openSaved('test')}>
                  <FlaskConical aria-hidden />
                  {words.send_a_test()}
                </Button>
                <Button onClick={() => void openSaved('schedule')}>
                  <CalendarClock aria-hidden />
                  {words.schedule()}
                </Button>
                <Button variant="primary" onClick={() => void openSaved('start')}>
                  <Play aria-hidden />
                  {words.start_now()}
                </Button>
                {broadcast.allowed.includes('remove') && (
                  <Button variant="quietDanger" onClick={() => setWindow('remove')}>
                    <Trash2 aria-hidden />
                    {words.throw_away()}
                  </Button>
                )}
              </>
            )}
          </div>
          {broadcast === null && <p className="text-sm text-muted">{words.afterwards()}</p>}
        </Card>
      </div>
      <div className="lg:sticky lg:top-20">
        <PreviewPanel written={readMessage(settled, timeZone)} language={language} />
      </div>
      {broadcast !== null && window === 'test' && (
        <TestDialog id={broadcast.id} language={language} onClose={close} />
      )}
      {broadcast !== null && window === 'schedule' && (
        <ScheduleDialog broadcast={broadcast} onClose={close} />
      )}
      {broadcast !== null && window === 'start' && <StartDialog broadcast={broadcast} onClose={close} />}
      {broadcast !== null && (
        <Confirm
          open={window === 'remove'}
          onOpenChange={(open) => !open && close()}
          title={words.throw_title()}
          description={words.throw_why({ title: broadcast.content.en.title })}
          action={words.throw_away()}
          busy={remove.isPending}
          onConfirm={() => remove.mutate(broadcast.id)}
        />
      )}
    </div>
  );
}
