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
  /** Less above what the page is for, where it is opened many times a day. */
  readonly dense?: boolean;
}

const widths = { narrow: 'max-w-md', medium: 'max-w-3xl', wide: 'max-w-6xl' } as const;

export const PageTitle = ({ title }: { readonly title: string }) => <title>{`${title} · Rolecall`}</title>;

/** The frame of a page: its title, heading, main action and width. */
export const Page = ({
  title,
  heading,
  description,
  action,
  children,
  width = 'wide',
  dense = false,
}: PageProps) => (
  <div className={cn('mx-auto w-full px-4 sm:px-6', dense ? 'py-4 sm:py-6' : 'py-6 sm:py-10', widths[width])}>
    <PageTitle title={title} />
    <div
      className={cn(
        'flex flex-wrap items-end justify-between gap-x-6 gap-y-4',
        dense ? 'mb-2 items-center' : 'mb-6',
      )}
    >
      <div className="min-w-0 space-y-1.5">
        <h1 className={cn('text-2xl', !dense && 'sm:text-3xl')}>{heading ?? title}</h1>
        {description !== undefined && <p className="max-w-2xl text-muted">{description}</p>}
      </div>
      {action}
    </div>
    {children}
  </div>
);
