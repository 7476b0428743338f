import { Toaster } from 'sonner';
import { useTheme } from '../lib/theme.ts';

/** Where short messages appear. */
export function Toasts() {
  const theme = useTheme();
  return (
    <Toaster
      theme={theme}
      closeButton
      duration={6_000}
      mobileOffset={{ bottom: '5rem' }}
      toastOptions={{
        classNames: {
          toast:
            'bg-surface! text-ink! border-line! shadow-floating! rounded-xl! font-sans! gap-3! items-start!',
          title: 'font-semibold!',
          description: 'text-muted!',
          actionButton: 'bg-accent! text-on-accent! rounded-md! h-8! px-3! font-medium! self-center!',
          closeButton: 'bg-surface! text-ink! border-line!',
          error: 'border-danger!',
        },
      }}
    />
  );
}
