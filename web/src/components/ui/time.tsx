import { useNow } from '../../lib/clock.ts';
import { formatDateTime, formatRelative } from '../../lib/format.ts';
import { useTimeFormat } from '../../lib/language.tsx';

/** An instant: how long ago, and on hover the moment in the person's time zone. */
export function RelativeTime({ value, className }: { readonly value: string; readonly className?: string }) {
  const format = useTimeFormat();
  const now = useNow();
  return (
    <time dateTime={value} title={formatDateTime(value, format)} className={className}>
      {formatRelative(value, now, format)}
    </time>
  );
}

export function DateTime({ value, className }: { readonly value: string; readonly className?: string }) {
  const format = useTimeFormat();
  return (
    <time dateTime={value} className={className}>
      {formatDateTime(value, format)}
    </time>
  );
}
