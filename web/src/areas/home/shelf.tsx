import { Link, type LinkProps } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';

interface ShelfProps {
  readonly title: string;
  readonly more: { readonly label: string; readonly to: NonNullable<LinkProps['to']> };
  readonly children: ReactNode;
}

/** The first few of a list and the way to all of it. */
export const Shelf = ({ title, more, children }: ShelfProps) => (
  <section>
    <div className="mb-3 flex items-baseline justify-between gap-3">
      <h2 className="text-lg">{title}</h2>
      <Link
        to={more.to}
        className="inline-flex items-center gap-1 rounded-sm text-sm font-medium text-accent-ink hover:underline"
      >
        {more.label}
        <ArrowRight className="size-4 rtl:-scale-x-100" aria-hidden />
      </Link>
    </div>
    {children}
  </section>
);
