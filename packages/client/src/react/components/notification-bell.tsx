import {
  type FocusEvent,
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useNotificationsContext } from '../context.ts';
import { useUnreadCount } from '../hooks.ts';
import { BellIcon } from './icons.tsx';
import { CenterContent, type NotificationCenterProps } from './notification-center.tsx';
import { place } from './placement.ts';

export type NotificationBellProps = Omit<NotificationCenterProps, 'onClose'>;

/** A button with the number of unread notifications, which opens them in a panel. */
export function NotificationBell(props: NotificationBellProps) {
  const { labels } = useNotificationsContext();
  const unread = useUnreadCount() ?? 0;
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();

  function close(): void {
    setIsOpen(false);
    button.current?.focus();
  }

  return (
    <div className="rolecall rolecall-bell">
      <button
        ref={button}
        type="button"
        className="rolecall-bell-button"
        aria-label={labels.bell(unread)}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        <BellIcon />
        {unread > 0 && (
          <span className="rolecall-badge" aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </button>
      {isOpen && (
        <Panel {...props} id={panelId} button={button} onDismiss={() => setIsOpen(false)} onClose={close} />
      )}
    </div>
  );
}

interface PanelProps extends NotificationBellProps {
  readonly id: string;
  readonly button: { readonly current: HTMLButtonElement | null };
  /** The person turns to something else, which keeps the focus. */
  readonly onDismiss: () => void;
  /** The person is done; the focus goes back. */
  readonly onClose: () => void;
}

/** It lies in the browser's top layer, where no overflow or stacking of the page can cut it off. */
function Panel({ id, button, onDismiss, onClose, ...center }: PanelProps) {
  const { labels } = useNotificationsContext();
  const panel = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const { current: element } = panel;
    const { current: anchor } = button;
    if (element === null || anchor === null) return;
    const arrange = () => place(element, anchor);
    element.showPopover?.();
    arrange();
    element.focus();
    window.addEventListener('resize', arrange);
    window.addEventListener('scroll', arrange, { capture: true, passive: true });
    return () => {
      window.removeEventListener('resize', arrange);
      window.removeEventListener('scroll', arrange, { capture: true });
    };
  }, [button]);

  useEffect(() => {
    const isInside = (target: EventTarget | null) =>
      target instanceof Node &&
      (panel.current?.contains(target) === true || button.current?.contains(target) === true);
    const press = ({ target }: PointerEvent) => {
      if (!isInside(target)) onDismiss();
    };
    document.addEventListener('pointerdown', press, { capture: true });
    return () => document.removeEventListener('pointerdown', press, { capture: true });
  }, [button, onDismiss]);

  function closeByKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  }

  function leave({ currentTarget, relatedTarget }: FocusEvent): void {
    const isElsewhere = relatedTarget instanceof Node && !currentTarget.contains(relatedTarget);
    if (isElsewhere && relatedTarget !== button.current) onDismiss();
  }

  return (
    <div
      ref={panel}
      id={id}
      popover="manual"
      role="dialog"
      aria-label={labels.title}
      tabIndex={-1}
      className="rolecall-center rolecall-panel"
      onKeyDown={closeByKey}
      onBlur={leave}
    >
      <CenterContent {...center} onClose={onClose} onLeave={onClose} />
    </div>
  );
}
