import { isPagePath } from '@rolecall/contract/constants';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { withoutTrailingSlashes } from '../base-url.ts';
import type { Client } from '../client.ts';
import { createNotificationFeed } from '../notifications/create-feed.ts';
import type { NotificationFeed } from '../notifications/feed.ts';
import { later } from '../notifications/socket-options.ts';
import { Announcer } from './components/announcer.tsx';
import { Context, type NotificationsContext } from './context.ts';
import { createAccess } from './inbox/access.ts';
import { createCookieAccess, createInboxApi } from './inbox/inbox-api.ts';
import { browserNetwork } from './inbox/network.ts';
import { InboxStore } from './inbox/store.ts';
import { english, type NotificationLabels } from './labels/labels.ts';

interface CommonProps {
  /** A feed that the page has open already. It is used instead of a connection of its own, and stays open. */
  readonly feed?: NotificationFeed | undefined;
  /** Language of times, BCP 47; that of the browser when left out. */
  readonly locale?: string | undefined;
  /** Texts in place of the English ones. */
  readonly labels?: Partial<NotificationLabels> | undefined;
  readonly children?: ReactNode;
}

interface AddressProps extends CommonProps {
  /** Origin of the Rolecall server, such as `https://jobs.example.org`. Links of notifications lead there. */
  readonly baseUrl: string;
  /**
   * Gets a new access token of the person; null when nobody is signed in. It is asked when there is none yet and
   * before one runs out. Without it the session cookie counts, for pages of the server's own site.
   */
  readonly accessToken?: (() => Promise<string | null>) | undefined;
  /** Who is signed in: the browser's tabs of that person then share one connection. */
  readonly userId?: string | undefined;
  readonly client?: never;
}

interface ClientProps extends CommonProps {
  /** A client that the page has already. */
  readonly client: Pick<Client, 'notifications'>;
  /** Where links of notifications lead; this page's own origin when left out. */
  readonly baseUrl?: string | undefined;
  readonly accessToken?: never;
  readonly userId?: never;
}

export type NotificationsProviderProps = AddressProps | ClientProps;

/**
 * Keeps the inbox of one person for all hooks and components below, with one connection. Give it another `key` when
 * another person signs in.
 */
export function NotificationsProvider(props: NotificationsProviderProps) {
  const { client, feed, userId, locale, children } = props;
  const baseUrl = props.baseUrl === undefined ? undefined : withoutTrailingSlashes(props.baseUrl);
  // The function may be another one at each drawing; only whether there is one decides on the store.
  const askToken = useLatest(props.accessToken);
  const hasToken = props.accessToken !== undefined;
  const store = useMemo(
    () => createStore({ client, feed, baseUrl, userId, askToken: hasToken ? askToken : undefined }),
    [client, feed, baseUrl, userId, hasToken, askToken],
  );
  useEffect(() => store.start(), [store]);

  const labels = useMemo(() => ({ ...english, ...props.labels }), [props.labels]);
  const context = useMemo<NotificationsContext>(
    () => ({ store, labels, locale, toAddress: (path) => toAddress(path, baseUrl) }),
    [store, labels, locale, baseUrl],
  );
  return (
    <Context.Provider value={context}>
      {children}
      <Announcer />
    </Context.Provider>
  );
}

interface StoreParts {
  readonly client: Pick<Client, 'notifications'> | undefined;
  readonly feed: NotificationFeed | undefined;
  readonly baseUrl: string | undefined;
  readonly userId: string | undefined;
  readonly askToken: { readonly current: (() => Promise<string | null>) | undefined } | undefined;
}

function createStore({ client, feed, baseUrl = '', userId, askToken }: StoreParts): InboxStore {
  const access =
    askToken === undefined
      ? createCookieAccess(baseUrl)
      : createAccess(async () => askToken.current?.() ?? null, Date.now);
  const shareAcrossTabs = userId === undefined ? undefined : { userId };
  const connect = () =>
    client?.notifications.connect() ?? createNotificationFeed({ baseUrl, ...access, shareAcrossTabs });
  return new InboxStore({
    api: client?.notifications ?? createInboxApi({ baseUrl, access }),
    openFeed() {
      if (feed !== undefined) return { feed, release: () => {} };
      const own = connect();
      return { feed: own, release: () => own.close() };
    },
    network: browserNetwork,
    after: later,
  });
}

function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}

/** Only paths are followed: what else stands there could lead anywhere. */
function toAddress(path: string, baseUrl = ''): string | null {
  return isPagePath(path) ? `${baseUrl}${path}` : null;
}
