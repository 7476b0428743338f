import type { Notification } from '@rolecall/contract';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { later } from '../../notifications/socket-options.ts';
import { useNotificationsContext } from '../context.ts';
import { type NotificationsResult, useConnection, useNotifications, useUnreadCount } from '../hooks.ts';
import { type View, views } from '../inbox/entries.ts';
import { CloseIcon } from './icons.tsx';
import { NotificationList } from './notification-list.tsx';

export interface NotificationCenterProps {
  /** Opens a notification in place of its link, which leads to its action on the server's site. */
  readonly onOpen?: ((notification: Notification) => void) | undefined;
  /** Draws what stands in an item, in place of title, message and time. */
  readonly renderItem?: ((notification: Notification) => ReactNode) | undefined;
  /** Shows a button to close, and is called by it. */
  readonly onClose?: (() => void) | undefined;
}

/** The notifications with everything to do with them. It fills the box that it is put in. */
export function NotificationCenter(props: NotificationCenterProps) {
  const { labels } = useNotificationsContext();
  return (
    <section className="rolecall rolecall-center" aria-label={labels.title}>
      <CenterContent {...props} />
    </section>
  );
}

interface CenterContentProps extends NotificationCenterProps {
  /** The person follows a notification, by `onOpen` or by its link. */
  readonly onLeave?: (() => void) | undefined;
}

export function CenterContent({ onOpen, renderItem, onClose, onLeave }: CenterContentProps) {
  const { labels } = useNotificationsContext();
  const [view, setView] = useState<View>('all');
  const notifications = useNotifications({ view });
  const unread = useUnreadCount();
  const id = useId();
  return (
    <>
      <div className="rolecall-header">
        <h2 className="rolecall-title">{labels.title}</h2>
        {onClose !== undefined && (
          <button
            type="button"
            className="rolecall-icon-button"
            aria-label={labels.close}
            title={labels.close}
            onClick={onClose}
          >
            <CloseIcon />
          </button>
        )}
      </div>
      <div className="rolecall-toolbar">
        <Tabs id={id} view={view} onChange={setView} />
        <button
          type="button"
          className="rolecall-button"
          disabled={unread === 0 || notifications.items.length === 0}
          onClick={notifications.markAllRead}
        >
          {labels.markAllAsRead}
        </button>
      </div>
      <Notices notifications={notifications} />
      <div
        className="rolecall-body"
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${view}`}
        aria-busy={notifications.status === 'loading'}
        tabIndex={-1}
      >
        <Body {...{ view, notifications, onOpen, renderItem, onLeave }} />
      </div>
    </>
  );
}

interface TabsProps {
  readonly id: string;
  readonly view: View;
  readonly onChange: (view: View) => void;
}

function Tabs({ id, view, onChange }: TabsProps) {
  const { labels } = useNotificationsContext();
  const list = useRef<HTMLDivElement>(null);

  // There are two, so that either arrow leads to the other one, in any direction of writing.
  function move(event: KeyboardEvent): void {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    onChange(view === 'all' ? 'unread' : 'all');
    list.current?.querySelector<HTMLElement>('[aria-selected="false"]')?.focus();
  }

  return (
    <div ref={list} className="rolecall-tabs" role="tablist" aria-label={labels.title} onKeyDown={move}>
      {views.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`${id}-${name}`}
          className="rolecall-tab"
          aria-selected={name === view}
          aria-controls={`${id}-panel`}
          tabIndex={name === view ? 0 : -1}
          onClick={() => onChange(name)}
        >
          {labels[name]}
        </button>
      ))}
    </div>
  );
}

/** What is wrong at the moment, above the list. */
function Notices({ notifications: { changeError } }: { readonly notifications: NotificationsResult }) {
  const { labels } = useNotificationsContext();
  const connection = useConnection();
  const isReconnecting = useLasting(connection === 'reconnecting');
  const state = connection === 'offline' ? labels.offline : isReconnecting ? labels.reconnecting : undefined;
  return (
    <>
      <div role="status">{state !== undefined && <p className="rolecall-notice">{state}</p>}</div>
      <div role="alert">
        {changeError !== null && <p className="rolecall-notice rolecall-notice-error">{labels.notChanged}</p>}
      </div>
    </>
  );
}

/** Whether it has been so for a few seconds: a server that restarts is back before anybody has to know. */
function useLasting(isSo: boolean): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isSo) return;
    const cancel = later(3_000, () => setLasts(true));
    return () => {
      cancel();
      setLasts(false);
    };
  }, [isSo]);
  return lasts;
}

interface BodyProps extends Pick<CenterContentProps, 'onOpen' | 'renderItem' | 'onLeave'> {
  readonly view: View;
  readonly notifications: NotificationsResult;
}

function Body({ view, notifications, onOpen, renderItem, onLeave }: BodyProps) {
  const { labels } = useNotificationsContext();
  const { status, error, items, hasMore, isLoadingMore, loadMore, reload } = notifications;
  const isSignedOut = useConnection() === 'stopped' || error?.code === 'unauthenticated';
  if (isSignedOut && items.length === 0) return <p className="rolecall-empty">{labels.signedOut}</p>;
  if (status === 'loading' && items.length === 0) return <Skeleton />;
  return (
    <>
      {items.length > 0 && <NotificationList {...{ notifications, onOpen, onLeave, renderItem }} />}
      {items.length === 0 && status === 'ready' && <Empty view={view} />}
      {status === 'error' && (
        <div className={items.length === 0 ? 'rolecall-empty' : 'rolecall-more'} role="alert">
          <p>{labels.notLoaded}</p>
          <button type="button" className="rolecall-button rolecall-button-strong" onClick={reload}>
            {labels.retry}
          </button>
        </div>
      )}
      {hasMore && status === 'ready' && (
        <div className="rolecall-more">
          <button type="button" className="rolecall-button" disabled={isLoadingMore} onClick={loadMore}>
            {isLoadingMore ? labels.loading : labels.loadMore}
          </button>
        </div>
      )}
    </>
  );
}

function Empty({ view }: { readonly view: View }) {
  const { labels } = useNotificationsContext();
  const [title, hint] =
    view === 'all'
      ? [labels.nothingYet, labels.nothingYetHint]
      : [labels.nothingUnread, labels.nothingUnreadHint];
  return (
    <div className="rolecall-empty">
      <p className="rolecall-empty-title">{title}</p>
      <p>{hint}</p>
    </div>
  );
}

function Skeleton() {
  const { labels } = useNotificationsContext();
  return (
    <div className="rolecall-skeleton">
      <p className="rolecall-hidden" role="status">
        {labels.loading}
      </p>
      {[1, 2, 3, 4].map((row) => (
        <div key={row} className="rolecall-skeleton-row" aria-hidden="true">
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}
