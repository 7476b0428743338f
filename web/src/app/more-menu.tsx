import { Link, useMatchRoute } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { Menu, MenuItem } from '../components/ui/menu.tsx';
import { cn } from '../lib/cn.ts';
import { useLanguage, useMessages } from '../lib/language.tsx';
import type { Destination } from './area.ts';
import { appMessages } from './messages.ts';
import { linkStyle, placeStyle } from './place-styles.ts';

/** The places that the bar has no room for. Where one of them is open, its name stands in the bar. */
export function MoreMenu({
  destinations,
  isWide = false,
}: {
  readonly destinations: readonly Destination[];
  readonly isWide?: boolean;
}) {
  const words = useMessages(appMessages);
  const { locale } = useLanguage();
  const matchRoute = useMatchRoute();
  const open = destinations.find(({ to }) => matchRoute({ to, fuzzy: true }) !== false);
  const Icon = open?.icon ?? Ellipsis;
  const place = open?.label(locale);
  return (
    <Menu
      trigger={
        <button
          type="button"
          className={
            isWide
              ? cn(linkStyle, 'inline-flex items-center gap-1.5', open !== undefined && 'bg-sunken text-ink')
              : cn(placeStyle, open !== undefined && 'text-accent-ink')
          }
          aria-label={place === undefined ? words.more_places() : words.more_places_than({ place })}
        >
          <Icon className={isWide ? 'size-4' : 'size-5'} aria-hidden />
          <span className="max-w-full truncate">{place ?? words.more()}</span>
        </button>
      }
    >
      {destinations.map(({ label, to, icon: PlaceIcon }) => (
        <MenuItem key={to} asChild className="min-h-11">
          <Link to={to} activeProps={{ 'aria-current': 'page' }} activeOptions={{ includeSearch: false }}>
            <PlaceIcon aria-hidden />
            {label(locale)}
          </Link>
        </MenuItem>
      ))}
    </Menu>
  );
}
