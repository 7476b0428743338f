/** How a place of the navigation looks: at the top, and at the lower edge of a phone. */
export const linkStyle =
  'rounded-lg px-3 py-2 text-sm font-medium whitespace-nowrap text-muted hover:bg-sunken hover:text-ink';
export const placeStyle =
  'flex h-16 w-full flex-col items-center justify-center gap-1 text-xs font-medium text-muted';
