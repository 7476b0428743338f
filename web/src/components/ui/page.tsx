import type { ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';

interface PageProps {
  /** Of the window; the heading unless that is given too. */
  readonly title: string;
  readonly heading?: ReactNode;
  readonly description?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
  readonly width?: 'narrow' | 'medium' | 'wide';
}

const widths = { narrow: 'max-w-md', medium: 'max-w-3xl', wide: 'max-w-6xl' } as const;

export const PageTitle = ({ title }: { readonly title: string }) => <title>{`${title} · Rolecall`}</title>;

/** The frame of a page: its title, heading, main action and width. */
export const Page = ({ title, heading, description, action, children, width = 'wide' }: PageProps) => (
  <div className={cn('mx-auto w-full px-4 py-6 sm:px-6 sm:py-10', widths[width])}>
    <PageTitle title={title} />
    <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0 space-y-1.5">
        <h1 className="text-2xl sm:text-3xl">{heading ?? title}</h1>
        {description !== undefined && <p className="max-w-2xl text-muted">{description}</p>}
      </div>
      {action}
    </div>
    {children}
  </div>
);
