/** What the service worker tells a page when a notification was clicked. */
export interface OpenRequest {
  readonly type: 'rolecall-open';
  /** An address of this site. */
  readonly url: string;
}

/** What a page tells the service worker: there is a connection. */
export interface OnlineNotice {
  readonly type: 'rolecall-online';
}
