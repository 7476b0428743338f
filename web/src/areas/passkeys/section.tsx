import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/ui/button.tsx';
import { Section } from '../../components/ui/card.tsx';
import { ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { supportsPasskeys } from '../../lib/passkeys.ts';
import { instanceQuery } from '../../lib/queries/account.ts';
import { AddDialog } from './add-dialog.tsx';
import { passkeyMessages } from './messages.ts';
import { PasskeyRow } from './passkey-row.tsx';
import { passkeysQuery } from './queries.ts';

/** The passkeys of the person; nothing where this instance can have none. */
export function PasskeysSection() {
  const { locale: lang } = useLanguage();
  const words = useMessages(passkeyMessages);
  const { data: instance } = useQuery(instanceQuery());
  const { data, error, isError, refetch } = useQuery(passkeysQuery());
  const [adding, setAdding] = useState(false);
  if (instance?.sign_in.passkeys !== true) return null;
  const isSupported = supportsPasskeys();
  return (
    <div lang={lang}>
      <Section
        title={words.title()}
        description={words.hint()}
        action={
          isSupported && (
            <Button size="small" onClick={() => setAdding(true)}>
              <Plus aria-hidden />
              {words.add()}
            </Button>
          )
        }
      >
        {isError && <ErrorState error={error} onRetry={() => void refetch()} className="py-4" />}
        {data === undefined && !isError && <Skeleton className="h-16 w-full" />}
        {!isSupported && <p className="text-sm text-muted">{words.unsupported()}</p>}
        {data?.items.length === 0 && isSupported && <p className="text-sm text-muted">{words.none()}</p>}
        {data !== undefined && data.items.length > 0 && (
          <ul className="divide-y divide-line" aria-label={words.title()}>
            {data.items.map((passkey) => (
              <PasskeyRow key={passkey.id} passkey={passkey} />
            ))}
          </ul>
        )}
        {adding && <AddDialog onClose={() => setAdding(false)} />}
      </Section>
    </div>
  );
}
