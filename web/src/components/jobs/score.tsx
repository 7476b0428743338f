import { cn } from '../../lib/cn.ts';
import { useMessages } from '../../lib/language.tsx';
import { jobPartsMessages } from './messages.ts';

const circumference = 2 * Math.PI * 16;

/** How well a job fits, 0 to 100, as a ring around its number. */
export function Score({ score, className }: { readonly score: number; readonly className?: string }) {
  const words = useMessages(jobPartsMessages);
  return (
    <span
      role="img"
      aria-label={words.score({ score })}
      title={words.score({ score })}
      className={cn('relative grid size-12 shrink-0 place-items-center', className)}
    >
      <svg viewBox="0 0 40 40" className="absolute inset-0 -rotate-90" aria-hidden="true">
        <circle cx="20" cy="20" r="16" fill="none" strokeWidth="4" className="stroke-sunken" />
        <circle
          cx="20"
          cy="20"
          r="16"
          fill="none"
          strokeWidth="4"
          strokeLinecap="round"
          strokeDasharray={`${(score / 100) * circumference} ${circumference}`}
          className={score >= 70 ? 'stroke-accent' : score >= 40 ? 'stroke-line-strong' : 'stroke-signal'}
        />
      </svg>
      <span aria-hidden className="text-sm font-semibold tabular-nums">
        {score}
      </span>
    </span>
  );
}
