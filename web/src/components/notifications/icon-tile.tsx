import type { LucideIcon } from 'lucide-react';
import { cn } from '../../lib/cn.ts';

/** What a colour of the inbox says: what fits, what goes on, what presses, what warns, what one has done, and all else. */
export type Tint = 'fits' | 'moves' | 'presses' | 'warns' | 'own' | 'quiet';

const tints: Readonly<Record<Tint, string>> = {
  fits: 'bg-accent-soft text-accent-ink',
  moves: 'bg-info-soft text-info-ink',
  presses: 'bg-warn-soft text-warn-ink',
  warns: 'bg-danger-soft text-danger-ink',
  own: 'bg-plum-soft text-plum-ink',
  quiet: 'bg-sunken text-muted',
};

interface IconTileProps {
  readonly icon: LucideIcon;
  readonly tint?: Tint;
}

export const IconTile = ({ icon: Icon, tint = 'fits' }: IconTileProps) => (
  <span className={cn('grid size-9 shrink-0 place-items-center rounded-lg', tints[tint])}>
    <Icon className="size-4.5" aria-hidden />
  </span>
);
