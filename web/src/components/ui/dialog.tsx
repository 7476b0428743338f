import { X } from 'lucide-react';
import { AlertDialog as RadixAlertDialog, Dialog as RadixDialog } from 'radix-ui';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { cn } from '../../lib/cn.ts';
import { useMessages } from '../../lib/language.tsx';
import { Button } from './button.tsx';
import { uiMessages } from './messages.ts';

const overlay = 'fixed inset-0 z-40 animate-appear bg-shade';

/**
 * Gives the focus back to what opened the dialog. Radix does so for its own triggers only, and ours are opened by
 * state. Where the opener is gone, for example the item of a menu, the page's content takes the focus.
 */
function useFocusReturn() {
  const opener = useRef<Element>(null);
  return {
    onOpenAutoFocus: () => {
      opener.current = document.activeElement;
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      const isThere = opener.current?.isConnected === true && opener.current !== document.body;
      const target = isThere ? opener.current : document.getElementById('main');
      if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    },
  };
}

/** The part of a dialog that scrolls. While it does, the focus can go to it, so that the arrow keys scroll it. */
const DialogBody = ({
  className,
  children,
}: {
  readonly className: string;
  readonly children: ReactNode;
}) => {
  const body = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      const { current } = body;
      setScrolls(current !== null && current.scrollHeight > current.clientHeight);
    });
    for (const { current } of [body, content]) if (current !== null) observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={body} className={cn('overflow-y-auto', className)} {...(scrolls && { tabIndex: 0 })}>
      <div ref={content}>{children}</div>
    </div>
  );
};

interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

/** A window above the page; on a phone it rises from the lower edge. */
export const Dialog = ({ open, onOpenChange, title, description, children, wide = false }: DialogProps) => {
  const words = useMessages(uiMessages);
  const focusReturn = useFocusReturn();
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={overlay} />
        <RadixDialog.Content
          {...focusReturn}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          className={cn(
            'fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] animate-rise flex-col rounded-t-2xl border border-line bg-surface shadow-floating outline-none sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-[calc(100%-2rem)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-2xl',
            wide ? 'sm:max-w-2xl' : 'sm:max-w-lg',
          )}
        >
          <header className="flex items-start justify-between gap-4 border-b border-line px-5 py-4">
            <div className="space-y-1">
              <RadixDialog.Title className="text-lg font-semibold tracking-tight">{title}</RadixDialog.Title>
              {description !== undefined && (
                <RadixDialog.Description className="text-sm text-muted">
                  {description}
                </RadixDialog.Description>
              )}
            </div>
            <RadixDialog.Close asChild>
              <Button variant="ghost" size="smallIcon" aria-label={words.close()} className="-me-2">
                <X aria-hidden />
              </Button>
            </RadixDialog.Close>
          </header>
          <DialogBody className="px-5 py-5">{children}</DialogBody>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
};

interface SheetProps extends Omit<DialogProps, 'wide'> {
  readonly actions?: ReactNode;
}

/** A panel over the whole screen of a phone. */
export const Sheet = ({ open, onOpenChange, title, description, children, actions }: SheetProps) => {
  const words = useMessages(uiMessages);
  const focusReturn = useFocusReturn();
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={overlay} />
        <RadixDialog.Content
          {...focusReturn}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          className="fixed inset-x-0 bottom-0 z-50 flex h-[92dvh] animate-rise flex-col rounded-t-2xl border border-line bg-surface shadow-floating outline-none"
        >
          <header className="flex items-center justify-between gap-3 border-b border-line py-3 pe-3 ps-5">
            <RadixDialog.Title className="text-lg font-semibold tracking-tight">{title}</RadixDialog.Title>
            <div className="flex items-center gap-1">
              {actions}
              <RadixDialog.Close asChild>
                <Button variant="ghost" size="icon" aria-label={words.close()}>
                  <X aria-hidden />
                </Button>
              </RadixDialog.Close>
            </div>
          </header>
          <DialogBody className="flex-1">{children}</DialogBody>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
};

interface ConfirmProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description: string;
  /** Names what happens: 'Withdraw', not 'OK'. */
  readonly action: string;
  readonly onConfirm: () => void;
  readonly busy?: boolean;
  /** What can be chosen about it. */
  readonly children?: ReactNode;
}

/** Asks before something that cannot be undone. The way out has the focus. */
export const Confirm = ({
  open,
  onOpenChange,
  title,
  description,
  action,
  onConfirm,
  busy = false,
  children,
}: ConfirmProps) => {
  const words = useMessages(uiMessages);
  const focusReturn = useFocusReturn();
  return (
    <RadixAlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixAlertDialog.Portal>
        <RadixAlertDialog.Overlay className={overlay} />
        <RadixAlertDialog.Content
          {...focusReturn}
          className="fixed inset-x-4 bottom-4 z-50 animate-rise space-y-4 rounded-2xl border border-line bg-surface p-5 shadow-floating outline-none sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-full sm:max-w-md sm:-translate-x-1/2 sm:-translate-y-1/2"
        >
          <RadixAlertDialog.Title className="text-lg font-semibold tracking-tight">
            {title}
          </RadixAlertDialog.Title>
          <RadixAlertDialog.Description className="text-sm leading-relaxed text-muted">
            {description}
          </RadixAlertDialog.Description>
          {children}
          <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
            <RadixAlertDialog.Cancel asChild>
              <Button>{words.cancel()}</Button>
            </RadixAlertDialog.Cancel>
            <Button variant="danger" busy={busy} onClick={onConfirm}>
              {action}
            </Button>
          </div>
        </RadixAlertDialog.Content>
      </RadixAlertDialog.Portal>
    </RadixAlertDialog.Root>
  );
};
