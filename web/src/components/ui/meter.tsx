interface MeterProps {
  /** From 0 to `total`. */
  readonly value: number;
  readonly total: number;
  readonly label: string;
}

/** How much of something is done; all of nothing. */
export function Meter({ value, total, label }: MeterProps) {
  const percent = total === 0 ? 100 : Math.floor((value / total) * 100);
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
