import type { BroadcastProgress } from '@rolecall/contract';

interface ProgressBarProps {
  readonly progress: BroadcastProgress;
  readonly label: string;
}

/** How far a broadcast is. */
export function ProgressBar({ progress: { audience, processed }, label }: ProgressBarProps) {
  const total = Math.max(audience ?? 0, processed);
  const percent = total === 0 ? 100 : Math.floor((processed / total) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="h-2 overflow-hidden rounded-full bg-sunken"
    >
      <div className="h-full rounded-full bg-accent transition-[width]" style={{ width: `${percent}%` }} />
    </div>
  );
}
