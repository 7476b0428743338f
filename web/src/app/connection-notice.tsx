import { WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useMessages } from '../lib/language.tsx';
import { useConnection } from './connection.ts';
import { appMessages } from './messages.ts';

/** Short breaks mend themselves; nobody needs to hear of them. */
const patience = 3_000;

/** Says when what is on the page may be out of date. */
export function ConnectionNotice() {
  const words = useMessages(appMessages);
  const connection = useConnection();
  const broken = connection === 'reconnecting' || connection === 'offline';
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!broken) {
      setShown(false);
      return;
    }
    const timer = window.setTimeout(() => setShown(true), patience);
    return () => window.clearTimeout(timer);
  }, [broken]);
  return (
    <div role="status">
      {shown && broken && (
        <p className="flex items-center justify-center gap-2 bg-warn-soft px-4 py-1.5 text-sm text-warn-ink">
          <WifiOff className="size-4" aria-hidden />
          {connection === 'offline' ? words.offline() : words.reconnecting()}
        </p>
      )}
    </div>
  );
}
