import { describe, expect, it } from 'vitest';
import { FakeInbox, notification, settled } from '../testing/fake-inbox.ts';
import { maximumEntries } from './entries.ts';
import { InboxStore } from './store.ts';

async function setUp({ written = 0, live = true }: { written?: number; live?: boolean } = {}) {
  const server = new FakeInbox();
  server.write(written);
  if (live) server.status = { state: 'live' };
  const timers: (() => void)[] = [];
  let isOnline = true;
  const networkListeners = new Set<() => void>();
  let released = 0;
  const store = new InboxStore({
    api: server.api,
    openFeed: () => ({ feed: server, release: () => (released += 1) }),
    network: {
      isOnline: () => isOnline,
      subscribe: (listener) => {
        networkListeners.add(listener);
        return () => networkListeners.delete(listener);
      },
    },
    after: (_, work) => {
      timers.push(work);
      return () => timers.splice(timers.indexOf(work), 1);
    },
  });
  const stop = store.start();
  await settled();
  return {
    server,
    store,
    stop,
    released: () => released,
    seqs: (view: 'all' | 'unread' = 'all') => store.state().lists[view].items.map(({ seq }) => seq),
    read: () =>
      store
        .state()
        .lists.all.items.filter(({ read_at: readAt }) => readAt !== null)
        .map(({ seq }) => seq),
    async passTime() {
      for (const work of timers.splice(0)) work();
      await settled();
    },
    setOnline(online: boolean) {
      isOnline = online;
      for (const listener of networkListeners) listener();
    },
  };
}

async function setUpOpen(written: number) {
  const parts = await setUp({ written });
  parts.store.open('all');
  await settled();
  return parts;
}

const downFrom = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, index) => from - index);

describe('pages', () => {
  it('are read when a list is first shown, and one after the other', async () => {
    const { server, store, seqs } = await setUp({ written: 45 });
    expect(server.calls).toEqual(['counts']);
    store.open('all');
    store.open('all');
    expect(store.state().lists.all.status).toBe('loading');
    await settled();
    expect(seqs()).toEqual(downFrom(45, 26));
    store.loadMore('all');
    store.loadMore('all');
    expect(store.state().lists.all.isLoadingMore).toBe(true);
    await settled();
    store.loadMore('all');
    await settled();
    expect(seqs()).toEqual(downFrom(45, 1));
    expect(store.state().lists.all.hasMore).toBe(false);
    expect(server.calls).toEqual(['counts', 'list all 20', 'list all 20 26', 'list all 20 6']);
  });

  it('keep what arrives while they are on their way, once', async () => {
    const { server, store, seqs } = await setUp({ written: 3 });
    server.holding = true;
    store.open('all');
    await settled();
    server.push();
    await server.release();
    server.push();
    expect(seqs()).toEqual([5, 4, 3, 2, 1]);
  });

  it('are read again when something came between them and the feed', async () => {
    const { server, store, seqs, passTime } = await setUp({ written: 2, live: false });
    store.open('all');
    await settled();
    server.write(1);
    server.become({ state: 'live' });
    await settled();
    await passTime();
    expect(seqs()).toEqual([3, 2, 1]);
  });

  it('take a bounded place in memory, and the newest stay', async () => {
    const { server, store, seqs } = await setUpOpen(maximumEntries);
    for (let page = 0; page < maximumEntries / 20; page += 1) {
      store.loadMore('all');
      await settled();
    }
    expect(seqs()).toHaveLength(maximumEntries);
    for (let arrived = 0; arrived < 3; arrived += 1) server.push();
    expect(seqs()).toEqual(downFrom(maximumEntries + 3, 4));
    expect(store.state().lists.all.hasMore).toBe(false);
  });

  it('that cannot be read are an error, and are read again on demand and when the connection is back', async () => {
    const { server, store, seqs } = await setUp({ written: 1 });
    server.failing = true;
    store.open('all');
    await settled();
    expect(store.state().lists.all).toMatchObject({ status: 'error', error: { code: 'network_error' } });
    store.reload('all');
    await settled();
    expect(store.state().lists.all.status).toBe('error');
    server.failing = false;
    server.become({ state: 'waiting', delayMs: 1 });
    server.become({ state: 'live' });
    await settled();
    expect(store.state().lists.all).toMatchObject({ status: 'ready', error: null });
    expect(seqs()).toEqual([1]);
  });

  it('are not asked for again while they wait for their turn', async () => {
    const { server, store, seqs } = await setUpOpen(2);
    server.calls.length = 0;
    server.holding = true;
    store.mark('id-1', true);
    for (let times = 0; times < 5; times += 1) store.reload('all');
    server.write(1);
    await server.release();
    expect(server.calls).toEqual(['read id-1', 'list all 20']);
    expect(seqs()).toEqual([3, 2, 1]);
  });

  it('start anew after a resync', async () => {
    const { server, seqs } = await setUpOpen(5);
    server.inbox = [notification(1), notification(2)];
    server.resync();
    await settled();
    expect(seqs()).toEqual([2, 1]);
  });
});

describe('marking', () => {
  it('shows at once, is sent in order, and the last word on one counts', async () => {
    const { server, store, read, seqs } = await setUpOpen(3);
    server.holding = true;
    store.mark('id-1', true);
    store.mark('id-2', true);
    store.mark('id-2', false);
    store.mark('id-3', true);
    store.mark('id-3', true);
    expect(read()).toEqual([3, 1]);
    expect(store.state().unread).toBe(1);
    expect(seqs('unread')).toEqual([2]);
    await server.release();
    expect(server.calls.slice(2)).toEqual(['read id-1', 'unread id-2', 'read id-3']);
    expect(read()).toEqual([3, 1]);
    expect(store.state()).toMatchObject({ unread: 1, changeError: null });
  });

  it('does not flicker when the count of an earlier one comes in between', async () => {
    const { server, store } = await setUpOpen(3);
    server.holding = true;
    store.mark('id-1', true);
    store.mark('id-2', true);
    server.tellCount();
    expect(store.state().unread).toBe(1);
    await server.release();
    server.tellCount();
    expect(store.state().unread).toBe(1);
  });

  it('is taken back when the server does not do it', async () => {
    const { server, store, read, passTime } = await setUpOpen(2);
    server.failing = true;
    store.mark('id-1', true);
    expect(read()).toEqual([1]);
    await settled();
    expect(read()).toEqual([]);
    expect(store.state()).toMatchObject({ unread: 2, changeError: { code: 'network_error' } });
    server.failing = false;
    await passTime();
    store.mark('id-1', true);
    await settled();
    expect(store.state()).toMatchObject({ unread: 1, changeError: null });
  });

  it('of all ends at the newest one shown', async () => {
    const { server, store, read } = await setUpOpen(3);
    server.holding = true;
    store.markAll('all');
    expect(store.state().unread).toBe(0);
    server.push();
    expect(read()).toEqual([3, 2, 1]);
    await server.release();
    server.tellCount();
    expect(server.calls.at(-1)).toBe('read up to 3');
    expect(read()).toEqual([3, 2, 1]);
    expect(store.state().unread).toBe(1);
  });
});

describe('what happens elsewhere', () => {
  it('is read again when the revision tells of something that leaves the count, and not for its own changes', async () => {
    const { server, store, seqs, passTime } = await setUpOpen(3);
    server.tellCount();
    store.mark('id-1', true);
    await settled();
    server.tellCount();
    server.calls.length = 0;
    await passTime();
    expect(server.calls).toEqual([]);

    server.archive(1);
    server.tellCount();
    await passTime();
    expect(seqs()).toEqual([3, 2]);
    expect(store.state().unread).toBe(2);
  });

  it('shows what comes back from a snooze in the place of that moment', async () => {
    const { server, seqs, passTime } = await setUpOpen(45);
    server.wake(2);
    server.tellCount();
    await passTime();
    expect(seqs().slice(0, 3)).toEqual([2, 45, 44]);
  });

  it('is read again once, however often the count changes', async () => {
    const { server, store, read, seqs, passTime } = await setUpOpen(30);
    store.loadMore('all');
    store.open('unread');
    await settled();
    server.calls.length = 0;
    server.set(true, ({ seq }) => seq === 30);
    server.tellCount();
    server.set(true, ({ seq }) => seq === 1);
    server.tellCount();
    expect(store.state().unread).toBe(28);
    await passTime();
    expect(server.calls).toEqual(['list all 30', 'list unread 28']);
    expect(read()).toEqual([30, 1]);
    expect(seqs('unread')).toEqual(downFrom(29, 2));
  });

  it('costs nothing when what arrives explains the count', async () => {
    const { server, store, passTime } = await setUpOpen(2);
    server.calls.length = 0;
    server.push();
    server.push();
    await passTime();
    expect(server.calls).toEqual([]);
    expect(store.state().unread).toBe(4);
  });

  it('shows in pages that a refresh does not reach, when all is read', async () => {
    const { server, store, read, passTime } = await setUpOpen(130);
    for (let page = 0; page < 6; page += 1) {
      store.loadMore('all');
      await settled();
    }
    server.set(true, () => true);
    server.tellCount();
    await passTime();
    expect(read()).toHaveLength(130);
  });
});

describe('the connection', () => {
  it('is told from the first attempt to the end', async () => {
    const { server, store, stop, released, setOnline } = await setUp({ live: false });
    const seen: string[] = [];
    store.subscribe(() => {
      const { connection } = store.state();
      if (seen.at(-1) !== connection) seen.push(connection);
    });
    server.become({ state: 'connecting' });
    server.become({ state: 'live' });
    server.become({ state: 'waiting', delayMs: 10 });
    server.become({ state: 'connecting' });
    setOnline(false);
    setOnline(true);
    server.become({ state: 'live' });
    server.become({ state: 'stopped', reason: 'signed_out', code: 4001 });
    expect(seen).toEqual([
      'connecting',
      'live',
      'reconnecting',
      'offline',
      'reconnecting',
      'live',
      'stopped',
    ]);
    stop();
    expect(released()).toBe(1);
    server.push();
    expect(store.state().unread).toBe(0);
  });

  it('tells listeners of what arrives, but not of what was there', async () => {
    const { server, store } = await setUp({ written: 2 });
    const arrived: number[] = [];
    const stopListening = store.onArrival(({ seq }) => arrived.push(seq));
    store.open('all');
    await settled();
    server.push();
    stopListening();
    server.push();
    expect(arrived).toEqual([3]);
  });
});
