import { afterEach, describe, expect, it } from 'vitest';
import {
  allowedOrigin,
  type Person,
  startSocketServer,
  type TestSocketServer,
} from '../../testing/realtime/socket-server.ts';
import { askInVain, TestStream } from '../../testing/realtime/test-stream.ts';

const streams: TestStream[] = [];
const servers: TestSocketServer[] = [];

async function start(...options: Parameters<typeof startSocketServer>): Promise<TestSocketServer> {
  const server = await startSocketServer(...options);
  servers.push(server);
  return server;
}

async function open(server: TestSocketServer, how: Parameters<typeof TestStream.open>[1] = {}) {
  const stream = await TestStream.open(server.url, how);
  streams.push(stream);
  return stream;
}

const as = ({ token }: Person) => ({ authorization: `Bearer ${token}` });

function openAs(server: TestSocketServer, person: Person, query: Record<string, string> = {}) {
  return open(server, { query, headers: as(person) });
}

/** Whether a client has fallen behind. */
async function lags(server: TestSocketServer): Promise<boolean> {
  return /rolecall_realtime_lagging_total [1-9]/.test(await server.metrics());
}

const numbers = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

afterEach(async () => {
  for (const stream of streams.splice(0)) stream.end();
  for (const server of servers.splice(0)) await server.close();
});

describe('a stream', () => {
  it('greets its person and brings what is new, with ids to go on from', async () => {
    const server = await start();
    const [person, stranger] = [server.person('recruiter'), server.person('recruiter')];
    server.notifySilently(person);
    const stream = await openAs(server, person);
    const [greeting] = await stream.receive('connection_established');
    expect(greeting).toMatchObject({
      eventId: 'epoch-1:1',
      user_id: person.id,
      user_type: 'recruiter',
      head: 1,
    });
    server.notify(stranger);
    const sent = server.notify(person, 'application_received');
    const [notification] = await stream.receive('notification');
    expect(notification).toMatchObject({ ...sent, eventId: undefined });
    expect((await stream.receive('application_received'))[0]).toMatchObject({ eventId: 'epoch-1:2', seq: 2 });
    expect((await stream.receive('notification_count'))[0]).toMatchObject({ eventId: undefined, count: 2 });
    expect(JSON.stringify(stream.messages)).not.toContain(stranger.id);
    expect(stream.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
  });

  it('goes on after the last event, the header before the address, and moves nobody to the head before', async () => {
    const server = await start();
    const person = server.person();
    for (let count = 0; count < 250; count += 1) server.notifySilently(person);
    const stream = await open(server, {
      query: { last_event_id: 'epoch-1:240' },
      headers: { ...as(person), 'last-event-id': 'epoch-1:3' },
    });
    expect((await stream.receive('resumed'))[0]).toMatchObject({ complete: true });
    const notifications = await stream.receive('notification', 247);
    expect(notifications.map(({ seq }) => seq)).toEqual(numbers(4, 250));
    expect(stream.messages.flatMap(({ eventId }) => eventId ?? [])).toEqual(
      numbers(4, 250).map((seq) => `epoch-1:${seq}`),
    );
  });

  it('says when it cannot go on there', async () => {
    const server = await start();
    const person = server.person();
    server.notifySilently(person);
    for (const last_event_id of ['another:0', 'epoch-1:7']) {
      const stream = await openAs(server, person, { last_event_id });
      expect((await stream.receive('resync_required'))[0]).toMatchObject({ eventId: 'epoch-1:1', head: 1 });
      expect((await stream.receive('resumed'))[0]).toMatchObject({ complete: false });
    }
  });

  it('brings the topics of its types, live and after a cursor', async () => {
    const server = await start();
    const person = server.person();
    server.writeTopic('job_posted_job_seeker', 4);
    server.writeTopic('role_job_seeker', 2);
    const other = await openAs(server, person);
    const stream = await openAs(server, person, {
      types: 'job_posted,match_score_calculated',
      last_event_id: 'epoch-1:0',
      topics: 'job_posted_job_seeker:1,role_job_seeker:2,role_operator:0',
    });
    expect((await stream.receive('subscribed'))[0]).toMatchObject({
      notification_types: ['job_posted', 'match_score_calculated'],
      topics: { role_job_seeker: 2, job_posted_job_seeker: 4, match_score_calculated_job_seeker: 0 },
    });
    await stream.receive('resumed');
    server.writeTopic('job_posted_job_seeker');
    server.writeTopic('role_job_seeker');
    const events = await stream.receive('event', 5);
    const places = events.map(({ topic, seq }) => `${topic}:${seq}`);
    expect(places.filter((place) => place.startsWith('job'))).toEqual(
      numbers(2, 5).map((seq) => `job_posted_job_seeker:${seq}`),
    );
    expect(places.filter((place) => place.startsWith('role'))).toEqual(['role_job_seeker:3']);
    expect((await other.receive('event')).map(({ topic }) => topic)).toEqual(['role_job_seeker']);
  });

  it('tells the head at every heartbeat, and stays open as long as that is read', async () => {
    const server = await start();
    const person = server.person();
    const stream = await openAs(server, person);
    await stream.receive('connection_established');
    for (let beat = 1; beat <= 4; beat += 1) {
      server.clock.advance(25_000);
      expect((await stream.receive('pong', beat)).at(-1)).toMatchObject({ head: 0, unread: 0 });
    }
  });

  it('ends with 4004 when the token has run out', async () => {
    const server = await start();
    const stream = await openAs(server, server.person());
    await stream.receive('connection_established');
    server.clock.advance(15 * 60_000 + 30_000);
    expect(await stream.closed).toMatchObject({ code: 4004 });
  });

  it('ends with its session', async () => {
    const server = await start();
    const person = server.person();
    const stream = await openAs(server, person);
    server.hub.closeGrant(person.id, 4001, 'the session has ended');
    expect(await stream.closed).toEqual({ code: 4001, reason: 'the session has ended' });
  });

  it('is let go of when its client leaves', async () => {
    const server = await start();
    const stream = await openAs(server, server.person());
    await stream.receive('connection_established');
    const left = new Promise<void>((resolve) => {
      server.app.server.once('request', (request) => request.socket.once('close', resolve));
    });
    const leaving = await openAs(server, server.person());
    expect(server.hub.connectionCount).toBe(2);
    leaving.end();
    await left;
    expect(server.hub.connectionCount).toBe(1);
  });

  it('ends with 1012 in a drain, and does not hold up the server', async () => {
    const server = await start();
    const open = await Promise.all(numbers(1, 5).map(() => openAs(server, server.person())));
    const person = server.person();
    await server.hub.drain(100);
    for (const stream of open) expect(await stream.closed).toMatchObject({ code: 1012 });
    const refused = await askInVain(server.url, { headers: as(person) });
    expect(refused).toMatchObject({ status: 503, code: 'unavailable', headers: { 'retry-after': '5' } });
    await server.app.close();
  });
});

describe('a client that does not read', () => {
  it('gets everything in order when it reads again, and others are not held up', async () => {
    const server = await start();
    const person = server.person();
    const slow = await openAs(server, person);
    const fast = await openAs(server, person);
    await Promise.all([slow.receive('connection_established'), fast.receive('connection_established')]);
    slow.response.pause();
    const total = 3_000;
    const text = 'x'.repeat(8_000);
    for (let written = 0; written < total; written += 100) {
      for (let count = 0; count < 100; count += 1) server.notify(person, 'welcome', text);
      await fast.receive('notification', written + 100);
    }
    expect(await lags(server)).toBe(true);
    slow.response.resume();
    const seqs = (await slow.receive('notification', total)).map(({ seq }) => seq);
    expect(seqs).toEqual(numbers(1, total));
  });

  it('is cut off when it does not even read the end', async () => {
    const server = await start();
    const person = server.person();
    const slow = await openAs(server, person);
    const fast = await openAs(server, person);
    await Promise.all([slow.receive('connection_established'), fast.receive('connection_established')]);
    slow.response.pause();
    for (let written = 1; !(await lags(server)); written += 1) {
      server.notify(person, 'welcome', 'x'.repeat(8_000));
      await fast.receive('notification', written);
    }
    await server.hub.drain(50);
    await server.app.close();
    expect(server.hub.connectionCount).toBe(0);
  });
});

describe('a proof', () => {
  it('may be a token or a ticket in the address, or an API key', async () => {
    const server = await start();
    const person = server.person();
    const ticket = server.ticket(person);
    const asked = [
      { query: { token: person.token } },
      { query: { ticket } },
      { headers: { authorization: `Bearer ${server.apiKey(person)}` } },
    ];
    for (const how of asked) {
      const [greeting] = await (await open(server, how)).receive('connection_established');
      expect(greeting?.user_id).toBe(person.id);
    }
    expect(await askInVain(server.url, { query: { ticket } })).toMatchObject({ status: 401 });
  });

  it('by cookie counts from allowed origins and the own pages only', async () => {
    const server = await start();
    const cookie = `rolecall_session=${server.session(server.person())}`;
    const foreign = [
      { cookie },
      { cookie, origin: 'https://evil.example' },
      { cookie, origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
      { cookie, 'sec-fetch-site': 'same-site' },
      { cookie, 'sec-fetch-site': 'none' },
    ];
    for (const headers of foreign) {
      expect(await askInVain(server.url, { headers })).toMatchObject({
        status: 401,
        code: 'unauthenticated',
      });
    }
    await open(server, { headers: { cookie, 'sec-fetch-site': 'same-origin' } });
    const { response } = await open(server, { headers: { cookie, origin: allowedOrigin } });
    expect(response.headers).toMatchObject({
      'access-control-allow-origin': allowedOrigin,
      'access-control-allow-credentials': 'true',
    });
  });

  it('that does not hold refuses, whatever else is given', async () => {
    const server = await start();
    const person = server.person();
    const bearers = [
      `Bearer ${server.token('expired')}`,
      `Bearer ${server.token('invalid')}`,
      'Basic Zm9v',
      '',
    ];
    for (const authorization of bearers) {
      const refused = await askInVain(server.url, {
        headers: { authorization },
        query: { token: person.token },
      });
      expect(refused).toMatchObject({ status: 401, code: 'unauthenticated' });
    }
    expect(await askInVain(server.url, {})).toMatchObject({ status: 401 });
    expect(await server.metrics()).toContain('rolecall_realtime_handshakes_refused_total{code="401"} 5');
  });
});

describe('a request', () => {
  it.each([
    ['an unknown type', { types: 'job_posted,all' }, 'unknown_notification_type'],
    ['an id without a seq', { last_event_id: 'epoch-1' }, 'invalid_request'],
    ['an id with a wrong seq', { last_event_id: 'epoch-1:1.5' }, 'invalid_request'],
    ['an endless id', { last_event_id: `e:${'1'.repeat(200)}` }, 'invalid_request'],
    ['a topic without a seq', { last_event_id: 'epoch-1:1', topics: 'role_job_seeker' }, 'invalid_request'],
    ['topics of no epoch', { topics: 'role_job_seeker:1' }, 'invalid_request'],
  ])('with %s is refused', async (_name, query, code) => {
    const server = await start();
    const refused = await askInVain(server.url, { query, headers: as(server.person()) });
    expect(refused).toMatchObject({ status: 400, code });
    expect(refused.headers['content-type']).toContain('application/problem+json');
  });

  it.each(['HEAD', 'POST', 'DELETE'])('by %s is not offered', async (method) => {
    const server = await start();
    const refused = await askInVain(server.url, { method, headers: as(server.person()) });
    expect(refused).toMatchObject({ status: 405, headers: { allow: 'GET' } });
  });

  it('too often from one address, or for too many streams at once, is refused for a while', async () => {
    const server = await start({
      handshakes: { handshakeBurst: 4, handshakesPerSecond: 1 },
      hub: { connectionsPerPerson: 2 },
    });
    const person = server.person();
    await openAs(server, person);
    await openAs(server, person);
    const many = await askInVain(server.url, { headers: as(person) });
    expect(many).toMatchObject({ status: 503, code: 'unavailable', headers: { 'retry-after': '5' } });
    await openAs(server, server.person());
    const often = await askInVain(server.url, { headers: as(server.person()) });
    expect(often).toMatchObject({ status: 429, code: 'rate_limited', headers: { 'retry-after': '1' } });
  });
});
