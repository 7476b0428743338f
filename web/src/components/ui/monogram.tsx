import { cn } from '../../lib/cn.ts';

const tints = [
  'bg-accent-soft text-accent-ink',
  'bg-info-soft text-info-ink',
  'bg-warn-soft text-warn-ink',
  'bg-plum-soft text-plum-ink',
  'bg-danger-soft text-danger-ink',
] as const;

/** The first letters of a name on a tint that is always the same for it; ornament beside the name. */
export function Monogram({ name, className }: { readonly name: string; readonly className?: string }) {
  const letters = name
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 2)
    .map((word) => Array.from(word)[0] ?? '')
    .join('');
  const sum = Array.from(name).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return (
    <span
      aria-hidden
      className={cn(
        'grid size-10 shrink-0 place-items-center rounded-lg text-sm font-semibold uppercase',
        tints[sum % tints.length],
        className,
      )}
    >
      {letters}
    </span>
  );
}
