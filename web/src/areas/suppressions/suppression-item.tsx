import type { Suppression } from '@rolecall/contract';
import { useState } from 'react';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { RelativeTime } from '../../components/ui/time.tsx';
import { formatDate } from '../../lib/format.ts';
import { useMessages, useTimeFormat } from '../../lib/language.tsx';
import { reasonTones } from './labels.ts';
import { suppressionMessages } from './messages.ts';
import { ReleaseDialog } from './release-dialog.tsx';

export function SuppressionItem({ suppression }: { readonly suppression: Suppression }) {
  const words = useMessages(suppressionMessages);
  const [releasing, setReleasing] = useState(false);
  const format = useTimeFormat();
  const { address, reason, scope, source, status, note } = suppression;
  return (
    <Card className="flex flex-wrap items-start gap-x-4 gap-y-3 p-4 text-sm sm:p-5" data-testid="suppression">
      <div className="min-w-0 flex-1 basis-60 space-y-1.5">
        <p className="font-semibold break-all">{address ?? words.erased()}</p>
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone={reasonTones[reason]}>{words[`reason_${reason}`]()}</Badge>
          <Badge>{words[`scope_${scope}`]()}</Badge>
          {status !== null && <Badge>{status}</Badge>}
        </p>
        <p className="text-muted">
          <RelativeTime value={suppression.created_at} /> ·{' '}
          {suppression.created_by === null
            ? words.told_by({ source })
            : words.by({ name: suppression.created_by })}
          {suppression.expires_at !== null && (
            <>
              {' · '}
              <time dateTime={suppression.expires_at}>
                {words.until({ date: formatDate(suppression.expires_at, format) })}
              </time>
            </>
          )}
        </p>
        {note !== null && <p className="break-words">{note}</p>}
      </div>
      <Button size="small" onClick={() => setReleasing(true)}>
        {words.release()}
      </Button>
      {releasing && <ReleaseDialog suppression={suppression} onClose={() => setReleasing(false)} />}
    </Card>
  );
}
