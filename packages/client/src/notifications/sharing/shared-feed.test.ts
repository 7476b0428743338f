import { randomUUID } from 'node:crypto';
import type { Notification } from '@rolecall/contract';
import { afterEach, describe, expect, it } from 'vitest';
import { event, greeting, notification, resumed, setUp, subscribed } from '../../testing/fake-server.ts';
import { type CursorStore, memoryCursor } from '../cursors.ts';
import { later } from '../socket-options.ts';
import { guestName, partyName } from './protocol.ts';
import { SharedFeed, type SharedFeedOptions } from './shared-feed.ts';

const role = 'role_job_seeker';
const feeds: SharedFeed[] = [];
afterEach(() => {
  for (const feed of feeds.splice(0)) feed.close();
});

/** Tabs of one person, with real channels and locks, and the connections that they have opened. */
function party() {
  const name = partyName({ baseUrl: 'http://server', userId: randomUUID() });
  const connections: ReturnType<typeof setUp>[] = [];
  let wake = () => {};
  const until = async (reached: () => boolean) => {
    while (!reached()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const connect = (cursors: CursorStore) => {
    const connection = setUp({ cursors }, () => wake());
    connections.push(connection);
    void connection.settle().then(() => wake());
    return connection.socket;
  };
  function open(overrides: Partial<SharedFeedOptions> = {}) {
    const feed = new SharedFeed({
      ...{ party: name, locks: navigator.locks, cursors: memoryCursor(), connect, after: later },
      ...overrides,
    });
    feeds.push(feed);
    const applied: number[] = [];
    const heard: string[] = [];
    feed.on('notification', ({ seq }: Notification) => {
      applied.push(seq);
      wake();
    });
    feed.on('status', ({ state }) => {
      heard.push(state);
      wake();
    });
    feed.on('event', ({ seq }) => {
      heard.push(`event ${seq}`);
      wake();
    });
    feed.on('job_posted', ({ seq }) => {
      heard.push(`job ${seq}`);
      wake();
    });
    feed.on('resync', ({ head }) => {
      heard.push(`resync ${head}`);
      wake();
    });
    feed.on('count', ({ unread }) => {
      heard.push(`count ${unread}`);
      wake();
    });
    return { feed, applied, heard };
  }
  /** The newest connection, once there are so many. */
  async function connected(count: number) {
    await until(() => connections.length >= count && (connections[count - 1]?.sockets.length ?? 0) > 0);
    const connection = connections[count - 1];
    if (connection === undefined) throw new Error('there is no connection');
    return connection;
  }
  return { name, connections, connected, open, until };
}

const job = (seq: number) => ({
  type: 'job_posted' as const,
  ...({ topic: 'job_posted_job_seeker', seq, message: '', job_id: '', job_title: '', company: '' } as const),
  ...{ location: null, data: { skills_required: [] }, timestamp: '' },
});

describe('tabs of one person', () => {
  it('share a connection, and each applies everything once', async () => {
    const { open, connected, until, connections } = party();
    const tabs = [open(), open(), open()];
    const { current } = await connected(1);
    current().receive(greeting(3));
    await until(() => tabs.every(({ feed }) => feed.status.state === 'live'));
    for (const seq of [4, 4, 5]) current().receive(notification(seq));
    await until(() => tabs.every(({ applied }) => applied.length === 2));
    const late = open();
    await until(() => late.heard.includes('count 3'));
    current().receive(notification(6));
    await until(() => [...tabs, late].every(({ applied }) => applied.at(-1) === 6));
    expect(tabs.map(({ applied }) => applied)).toEqual([
      [4, 5, 6],
      [4, 5, 6],
      [4, 5, 6],
    ]);
    expect(late.applied).toEqual([6]);
    expect(connections).toHaveLength(1);
  });

  it('go on with another one where they are when the one with the connection is closed', async () => {
    const { open, connected, until } = party();
    const [first, second, third] = [open(), open(), open()];
    const before = await connected(1);
    before.current().receive(greeting(0, 'epoch-1', { [role]: 4 }));
    before.current().receive(notification(1));
    before.current().receive(event(role, 5));
    await until(() => [first, second, third].every(({ heard }) => heard.includes('event 5')));
    first.feed.close();
    const after = await connected(2);
    expect(before.socket.status).toMatchObject({ state: 'stopped', reason: 'closed' });
    after.current().receive(greeting(3, 'epoch-1', { [role]: 6 }));
    expect(after.current().sent).toEqual([
      { type: 'resume', epoch: 'epoch-1', cursors: { user: 1, topics: { [role]: 5 } } },
    ]);
    for (const seq of [2, 3]) after.current().receive(notification(seq));
    after.current().receive(event(role, 6));
    after.current().receive(resumed);
    await until(() =>
      [second, third].every(({ heard, applied }) => heard.includes('event 6') && applied.length === 3),
    );
    expect([first, second, third].map(({ applied }) => applied)).toEqual([[1], [1, 2, 3], [1, 2, 3]]);
    expect(first.feed.status).toMatchObject({ state: 'stopped', reason: 'closed' });
    expect(second.heard).not.toContain('resync 3');
  });

  it('ask for what any of them wants, and each hears what it wants itself', async () => {
    const { open, connected, until } = party();
    const [first, second] = [open(), open()];
    second.feed.subscribe('job_posted');
    const { current } = await connected(1);
    current().receive(greeting(0));
    await until(() => current().sent.length === 1);
    current().receive(subscribed({ job_posted_job_seeker: 0 }));
    first.feed.subscribe('match_score_calculated');
    await until(() => current().sent.length === 2);
    current().receive(job(1));
    await until(() => second.heard.includes('job 1'));
    second.feed.close();
    await until(() => current().sent.length === 3);
    expect(current().sent).toEqual([
      { type: 'subscribe', notification_types: ['job_posted'] },
      { type: 'subscribe', notification_types: ['match_score_calculated'] },
      { type: 'unsubscribe', notification_types: ['job_posted'] },
    ]);
    expect(first.heard).not.toContain('job 1');
  });

  it('mark as read by the one with the connection', async () => {
    const { open, connected, until } = party();
    const [, second] = [open(), open()];
    expect(second.feed.markRead('too early')).toBe(false);
    const { current } = await connected(1);
    current().receive(greeting(0));
    await until(() => second.feed.status.state === 'live');
    expect(second.feed.markRead('one')).toBe(true);
    await until(() => current().sent.length === 1);
    expect(current().sent).toEqual([{ type: 'mark_read', id: 'one' }]);
  });

  it('forget the wishes of one that was killed', async () => {
    const { open, connected, until, name } = party();
    const kept = open();
    const { current } = await connected(1);
    current().receive(greeting(0));
    await until(() => kept.feed.status.state === 'live');
    const { promise: killed, resolve: kill } = Promise.withResolvers<void>();
    const guest = randomUUID();
    void navigator.locks.request(guestName(name, guest), () => killed);
    const channel = new BroadcastChannel(name);
    channel.postMessage({ from: guest, say: 'join', cursor: null, types: ['job_posted'] });
    await until(() => current().sent.length === 1);
    kill();
    await until(() => current().sent.length === 2);
    expect(current().sent[1]).toEqual({ type: 'unsubscribe', notification_types: ['job_posted'] });
    expect(kept.feed.status.state).toBe('live');
    channel.close();
  });

  it('all end when one of them signs out, and when the server refuses the person', async () => {
    const signedOut = party();
    const [first, second] = [signedOut.open(), signedOut.open()];
    const connection = await signedOut.connected(1);
    connection.current().receive(greeting(0));
    await signedOut.until(() => second.feed.status.state === 'live');
    second.feed.signOut();
    await signedOut.until(() => first.feed.status.state === 'stopped');
    expect(first.feed.status).toMatchObject({ reason: 'signed_out' });
    expect(connection.socket.status).toMatchObject({ state: 'stopped' });

    const refused = party();
    const tabs = [refused.open(), refused.open()];
    const { current } = await refused.connected(1);
    current().receive(greeting(0));
    await refused.until(() => tabs.every(({ feed }) => feed.status.state === 'live'));
    current().lose(4003);
    await refused.until(() => tabs.every(({ feed }) => feed.status.state === 'stopped'));
    expect(tabs[1]?.feed.status).toEqual({ state: 'stopped', reason: 'signed_out', code: 4003 });
    expect(refused.connections).toHaveLength(1);
  });

  it('read the inbox anew when they have missed what no tab can tell', async () => {
    const { open, connected, until } = party();
    const first = open();
    const { current } = await connected(1);
    current().receive(greeting(5));
    await until(() => first.feed.status.state === 'live');
    const behind = open({ cursors: memoryCursor({ epoch: 'epoch-1', seq: 2 }) });
    await until(() => behind.heard.includes('resync 5'));
    current().receive(notification(6));
    await until(() => behind.applied.length === 1);
    expect(behind.applied).toEqual([6]);
  });

  it('begin where the first one stands', async () => {
    const { open, connected, until } = party();
    const cursors = memoryCursor({ epoch: 'epoch-1', seq: 2 });
    const { applied } = open({ cursors });
    const { current } = await connected(1);
    current().receive(greeting(3));
    current().receive(notification(3));
    await until(() => applied.length === 1);
    expect(cursors.load()).toEqual({ epoch: 'epoch-1', seq: 3, topics: {} });
  });
});

describe('a worker', () => {
  it('comes before the tabs, which stand in when it is gone', async () => {
    const { open, connected, until, connections, name } = party();
    const { promise: killed, resolve: kill } = Promise.withResolvers<void>();
    const { promise: running, resolve: run } = Promise.withResolvers<void>();
    void navigator.locks.request(name, () => {
      run();
      return killed;
    });
    await running;
    const channel = new BroadcastChannel(name);
    const tab = open({ startWorker: () => () => {} });
    const joined = new Promise<{ from: string }>((resolve) => {
      channel.onmessage = ({ data }) => resolve(data);
    });
    const { from } = await joined;
    channel.postMessage({
      ...{
        tell: 'welcome',
        to: from,
        cursor: { epoch: 'epoch-1', seq: 8 },
        status: { state: 'live' },
        count: { unread: 1, unseen: 1, revision: 0 },
      },
    });
    await until(() => tab.feed.status.state === 'live');
    expect(connections).toHaveLength(0);
    kill();
    const { current } = await connected(1);
    current().receive(greeting(9));
    expect(current().sent).toEqual([{ type: 'resume', epoch: 'epoch-1', cursors: { user: 8 } }]);
    channel.close();
  });

  it('that cannot be had leaves it to the tabs at once', async () => {
    const { open, connected } = party();
    open({
      startWorker: (_guest, onFailure) => {
        onFailure();
        return () => {};
      },
      after: () => () => {},
    });
    await connected(1);
  });
});
