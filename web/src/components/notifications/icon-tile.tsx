import type { LucideIcon } from 'lucide-react';

export const IconTile = ({ icon: Icon }: { readonly icon: LucideIcon }) => (
  <span className="grid size-9 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent-ink">
    <Icon className="size-4.5" aria-hidden />
  </span>
);
