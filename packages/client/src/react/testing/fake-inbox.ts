import type { Notification } from '@rolecall/contract';
import { RolecallError } from '../../errors.ts';
import { Emitter } from '../../notifications/emitter.ts';
import type { ConnectionStatus, NotificationEvents, NotificationFeed } from '../../notifications/feed.ts';
import type { InboxApi } from '../inbox/inbox-api.ts';

const when = '2026-09-01T12:00:00.000Z';
const later = '2026-09-01T13:00:00.000Z';

export function notification(seq: number): Notification {
  return {
    id: `id-${seq}`,
    seq,
    kind: 'service_message',
    category: 'account',
    priority: 'medium',
    title: `Title ${seq}`,
    message: '',
    action: null,
    actions: [],
    image: '/notification-images/welcome.svg',
    subjects: [],
    group: null,
    data: {},
    created_at: when,
    shown_at: when,
    seen_at: null,
    read_at: null,
    archived_at: null,
    snoozed_until: null,
    pinned_at: null,
    live: true,
  };
}

/** The server's side: an inbox that answers when the test lets it, and the feed that it speaks through. */
export class FakeInbox implements NotificationFeed {
  readonly calls: string[] = [];
  readonly #events = new Emitter<NotificationEvents>();
  readonly #held: (() => void)[] = [];
  inbox: Notification[] = [];
  #revision = 0;
  status: ConnectionStatus = { state: 'connecting' };
  /** The calls fail while it is set. */
  failing = false;
  /** Answers wait for `release` while it is set. */
  holding = false;

  readonly on = this.#events.on.bind(this.#events);
  subscribe(): void {}
  unsubscribe(): void {}
  markRead = () => false;
  close(): void {}

  get unread(): number {
    return this.inbox.filter(({ read_at: readAt }) => readAt === null).length;
  }

  /** Writes so many new ones, without a word on the feed. */
  write(count: number): Notification[] {
    const added = Array.from({ length: count }, (_, index) => notification(this.inbox.length + index + 1));
    this.inbox = [...this.inbox, ...added];
    return added;
  }

  /** Writes one and tells of it, as the server does. */
  push(): void {
    for (const entry of this.write(1)) this.#events.emit('notification', entry);
    this.tellCount();
  }

  tellCount = () => this.#events.emit('count', this.#counts());
  resync = () => this.#events.emit('resync', { head: this.inbox.length });

  become(status: ConnectionStatus): void {
    this.status = status;
    this.#events.emit('status', status);
  }

  set(read: boolean, isMeant: (entry: Notification) => boolean): void {
    this.#revision += 1;
    this.inbox = this.inbox.map((entry) =>
      isMeant(entry) ? { ...entry, read_at: read ? when : null } : entry,
    );
  }

  /** Archives it on another device. */
  archive(seq: number): void {
    this.#revision += 1;
    this.inbox = this.inbox.filter((entry) => entry.seq !== seq);
  }

  /** It comes back from a snooze, as new. */
  wake(seq: number): void {
    this.#revision += 1;
    const woken = this.inbox.filter((entry) => entry.seq === seq);
    const others = this.inbox.filter((entry) => entry.seq !== seq);
    this.inbox = [...others, ...woken.map((entry) => ({ ...entry, shown_at: later, read_at: null }))];
  }

  async release(): Promise<void> {
    this.holding = false;
    for (const go of this.#held.splice(0)) go();
    await settled();
  }

  readonly api: InboxApi = {
    list: ({ query: { state, limit, cursor } = {} } = {}) =>
      this.#answer(`list ${state} ${limit} ${cursor ?? ''}`.trim(), () => {
        const below = cursor === undefined ? Number.POSITIVE_INFINITY : Number(cursor);
        const found = this.inbox
          .filter(({ seq, read_at: readAt }) => seq < below && (state === 'all' || readAt === null))
          .reverse();
        const items = found.slice(0, Number(limit));
        return { items, next_cursor: found.length > items.length ? String(items.at(-1)?.seq) : null };
      }),
    counts: () => this.#answer('counts', () => this.#counts()),
    mark: ({ params: { notification_id: id }, body: { read } }) =>
      this.#answer(`${read ? 'read' : 'unread'} ${id}`, () => {
        this.set(read, (entry) => entry.id === id);
        return this.#counts();
      }),
    markAll: ({ body: { up_to_seq: upToSeq = 0 } = {} } = {}) =>
      this.#answer(`read up to ${upToSeq}`, () => {
        this.set(true, ({ seq }) => seq <= upToSeq);
        return this.#counts();
      }),
  };

  #counts = () => ({ unread: this.unread, unseen: 0, head: this.inbox.length, revision: this.#revision });

  async #answer<Answer>(call: string, work: () => Answer): Promise<Answer> {
    this.calls.push(call);
    if (this.holding) await new Promise<void>((resolve) => this.#held.push(resolve));
    if (this.failing) throw new RolecallError('network_error', 'The server could not be reached.');
    return work();
  }
}

/** Lets every answer that does not wait come in. */
export const settled = () => new Promise((resolve) => setTimeout(resolve));
