import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CompanionProps } from '../../app/area.ts';
import { notificationQueries, refreshInbox } from '../../lib/queries/notifications.ts';
import { session, useAccount } from '../../lib/session.ts';
import { Invitation } from './invitation.tsx';
import { markOpened, readOpened } from './opened.ts';
import { devicesKey, ownDeviceQuery } from './queries.ts';
import { closeDealtWith } from './shown-notifications.ts';
import { thisBrowser } from './this-browser.ts';
import type { OnlineNotice, OpenRequest } from './worker-messages.ts';

/** Keeps the pushes of this browser in step with who is signed in and with what has been read, and offers them. */
export function PushFollower(navigation: CompanionProps) {
  const accountId = useAccount()?.id;
  useOpenedNotifications(navigation, accountId);
  useSignOut();
  return accountId === undefined ? null : <SignedInFollower accountId={accountId} />;
}

function SignedInFollower({ accountId }: { readonly accountId: string }) {
  const { data: device } = useQuery(ownDeviceQuery(accountId));
  const getsPushes = device !== undefined && device !== null;
  const { data: counts } = useQuery({ ...notificationQueries.counts(), enabled: getsPushes });
  const unread = counts?.unread;
  const revision = counts?.revision;

  useEffect(() => {
    if (!getsPushes || unread === undefined || revision === undefined) return;
    // What cannot be closed now is closed with the next change, or by the next push.
    closeDealtWith().catch(() => {});
    navigator.setAppBadge?.(unread).catch(() => {});
  }, [getsPushes, unread, revision]);

  useEffect(() => {
    if (!getsPushes) return;
    const tell = () => {
      const notice: OnlineNotice = { type: 'rolecall-online' };
      navigator.serviceWorker.controller?.postMessage(notice);
    };
    tell();
    window.addEventListener('online', tell);
    return () => window.removeEventListener('online', tell);
  }, [getsPushes]);

  return <Invitation accountId={accountId} />;
}

/** Leads where a notification leads that was clicked on this device, and marks it as read. */
function useOpenedNotifications(
  { open: openPath, replace }: CompanionProps,
  accountId: string | undefined,
): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (accountId === undefined) return;
    const mark = (id: string | null) =>
      void markOpened(id).then(
        () => refreshInbox(queries),
        () => {},
      );
    const here = readOpened(window.location.href);
    if (here.notificationId !== null) {
      replace(here.path);
      mark(here.notificationId);
    }
    if (!('serviceWorker' in navigator)) return;
    const open = ({ data }: MessageEvent<unknown>) => {
      if (!isOpenRequest(data)) return;
      const { path, notificationId } = readOpened(data.url);
      openPath(path);
      mark(notificationId);
    };
    navigator.serviceWorker.addEventListener('message', open);
    return () => navigator.serviceWorker.removeEventListener('message', open);
  }, [accountId, queries, openPath, replace]);
}

/** A browser that somebody has signed out of shows nothing of theirs. */
function useSignOut(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let wasSignedIn = session.state.status === 'signed_in';
    return session.subscribe(() => {
      const isSignedIn = session.state.status === 'signed_in';
      if (wasSignedIn && !isSignedIn) {
        thisBrowser.signedOut().catch(() => {});
        queries.removeQueries({ queryKey: devicesKey });
      }
      wasSignedIn = isSignedIn;
    });
  }, [queries]);
}

function isOpenRequest(data: unknown): data is OpenRequest {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    data.type === 'rolecall-open' &&
    'url' in data &&
    typeof data.url === 'string'
  );
}
