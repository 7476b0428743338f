import { cva, type VariantProps } from 'class-variance-authority';
import { LoaderCircle } from 'lucide-react';
import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '../../lib/cn.ts';

const buttonVariants = cva(
  'inline-flex max-w-full shrink-0 items-center justify-center gap-2 rounded-lg text-center font-medium transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-on-accent shadow-raised hover:bg-accent-strong',
        secondary: 'border border-line bg-surface text-ink shadow-raised hover:border-line-strong',
        ghost: 'text-ink hover:bg-sunken',
        danger: 'bg-danger text-on-danger shadow-raised hover:opacity-90',
        quietDanger: 'text-danger-ink hover:bg-danger-soft',
      },
      size: {
        small: 'min-h-8 px-3 py-1 text-sm',
        medium: 'min-h-10 px-4 py-1.5 text-sm',
        large: 'min-h-11 px-5 py-1.5 text-base',
        icon: 'size-10 [&_svg]:size-5',
        smallIcon: 'size-8',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'medium' },
  },
);

interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof buttonVariants> {
  /** Gives the looks to the single child, for example a link. */
  asChild?: boolean;
  /** Shows that it works and refuses a second press. */
  busy?: boolean;
}

export function Button({
  variant,
  size,
  asChild = false,
  busy = false,
  className,
  children,
  ...props
}: ButtonProps) {
  const classes = cn(buttonVariants({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root className={classes} {...props}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type="button"
      {...props}
      className={classes}
      disabled={props.disabled === true || busy}
      aria-busy={busy || undefined}
    >
      {busy && <LoaderCircle className="animate-spin" aria-hidden />}
      {children}
    </button>
  );
}
