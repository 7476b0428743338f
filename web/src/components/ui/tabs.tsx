import { Link, type LinkProps } from '@tanstack/react-router';
import { cn } from '../../lib/cn.ts';

const tab =
  'inline-flex min-h-10 items-center gap-2 border-b-2 border-transparent px-1 text-sm font-medium whitespace-nowrap text-muted hover:text-ink';

export interface TabLink {
  readonly label: string;
  readonly link: LinkProps;
}

/** Links between parts of one page; each has an address of its own. */
export const TabLinks = ({
  label,
  tabs,
  className,
}: {
  readonly label: string;
  readonly tabs: readonly TabLink[];
  readonly className?: string;
}) => (
  <nav
    aria-label={label}
    className={cn('flex gap-5 overflow-x-auto border-b border-line [scrollbar-width:none]', className)}
  >
    {tabs.map(({ label: text, link }) => (
      <Link
        key={text}
        {...link}
        activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
        className={tab}
        activeProps={{ className: 'border-accent! text-ink!', 'aria-current': 'page' }}
      >
        {text}
      </Link>
    ))}
  </nav>
);
