import { DropdownMenu } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';

const menuItem =
  'flex min-h-10 cursor-pointer items-center gap-2.5 rounded-md px-2.5 text-sm outline-none select-none data-disabled:cursor-not-allowed data-disabled:opacity-50 data-highlighted:bg-sunken sm:min-h-9 [&_svg]:size-4 [&_svg]:text-muted';

interface MenuProps {
  readonly trigger: ReactNode;
  readonly children: ReactNode;
}

export const Menu = ({ trigger, children }: MenuProps) => (
  // Not modal: the page stays readable and scrollable beside it.
  <DropdownMenu.Root modal={false}>
    <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
    {/* Without a portal: a menu at the end of the body would lie outside of every landmark. */}
    <DropdownMenu.Content
      align="end"
      sideOffset={6}
      collisionPadding={8}
      // A toast gives the focus back to where it was when the pointer leaves it; that must not close a menu.
      onFocusOutside={(event) => event.preventDefault()}
      // On a small screen it scrolls: what is beyond its edge could not be reached.
      className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-52 animate-appear overflow-y-auto rounded-xl border border-line bg-surface p-1.5 shadow-floating"
    >
      {children}
    </DropdownMenu.Content>
  </DropdownMenu.Root>
);

export const MenuItem = ({ className, ...props }: ComponentProps<typeof DropdownMenu.Item>) => (
  <DropdownMenu.Item className={cn(menuItem, className)} {...props} />
);

export const MenuSeparator = () => <DropdownMenu.Separator className="my-1.5 h-px bg-line" />;

/** Items that belong together, under what they have in common. */
export const MenuGroup = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <DropdownMenu.Group>
    <DropdownMenu.Label className="px-2.5 pt-1.5 pb-1 text-xs font-medium text-muted">
      {label}
    </DropdownMenu.Label>
    {children}
  </DropdownMenu.Group>
);
