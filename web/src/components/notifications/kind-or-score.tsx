import type { Notification } from '@rolecall/contract';
import { cn } from '../../lib/cn.ts';
import { KindIcon } from './kind-icon.tsx';

/** From here on a match is one that should not be overlooked. */
const strong = 80;
const good = 70;

/** The picture of a notification: how well the job fits, the stronger the better, and of anything else its kind. */
export function KindOrScore({ notification: { kind, data } }: { readonly notification: Notification }) {
  const { score } = data;
  if (typeof score !== 'number') return <KindIcon kind={kind} />;
  return (
    <span
      // The message says it in words.
      aria-hidden
      className={cn(
        'grid size-9 shrink-0 place-items-center rounded-full text-sm tabular-nums',
        score >= strong
          ? 'bg-accent font-bold text-on-accent'
          : score >= good
            ? 'bg-accent-soft font-semibold text-accent-ink'
            : 'border border-line font-medium text-muted',
      )}
    >
      {score}
    </span>
  );
}
