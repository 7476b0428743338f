import type { ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';

interface JobRowsProps {
  /** Others are on their way. */
  readonly isBusy?: boolean;
  readonly children: ReactNode;
}

/** The frame of rows of jobs. */
export const JobRows = ({ isBusy = false, children }: JobRowsProps) => (
  <ul
    className={cn(
      'divide-y divide-line overflow-clip rounded-2xl border border-line bg-surface shadow-raised transition-opacity',
      isBusy && 'opacity-60',
    )}
    aria-busy={isBusy}
  >
    {children}
  </ul>
);
