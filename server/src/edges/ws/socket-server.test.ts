import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type Person,
  startSocketServer,
  TestClient,
  type TestSocketServer,
} from '../../testing/realtime/socket-server.ts';

const path = '/ws/notifications/';
const clients: TestClient[] = [];
const servers: TestSocketServer[] = [];

async function start(...options: Parameters<typeof startSocketServer>): Promise<TestSocketServer> {
  const server = await startSocketServer(...options);
  servers.push(server);
  return server;
}

function connect(server: TestSocketServer, target: string, headers?: Record<string, string>): TestClient {
  const client = new TestClient(server.url, target, headers);
  clients.push(client);
  return client;
}

function connectAs(server: TestSocketServer, person: Person): Promise<TestClient> {
  return connect(server, `${path}?token=${person.token}`).opened();
}

afterEach(async () => {
  for (const client of clients.splice(0)) client.socket.terminate();
  for (const server of servers.splice(0)) await server.close();
});

describe('a handshake', () => {
  it('greets the person of the token, with and without the slash', async () => {
    const server = await start();
    const person = server.person('recruiter');
    for (const target of [path, path.slice(0, -1)]) {
      const [greeting] = await connect(server, `${target}?token=${person.token}`).receive(
        'connection_established',
      );
      expect(greeting).toMatchObject({
        user_id: person.id,
        user_type: 'recruiter',
        epoch: 'epoch-1',
        head: 0,
      });
    }
  });

  it.each([
    ['expired', 4004],
    ['invalid', 4001],
    ['malformed', 4003],
  ] as const)('with an %s token is completed and then closed with %d', async (fault, code) => {
    const server = await start();
    expect(await connect(server, `${path}?token=${server.token(fault)}`).closed).toMatchObject({ code });
  });

  it('without anything is closed with 4001', async () => {
    const server = await start();
    expect(await connect(server, path).closed).toMatchObject({ code: 4001 });
  });

  it('takes a ticket once', async () => {
    const server = await start();
    const person = server.person();
    const ticket = server.ticket(person);
    const [greeting] = await connect(server, `${path}?ticket=${ticket}`).receive('connection_established');
    expect(greeting?.user_id).toBe(person.id);
    expect(await connect(server, `${path}?ticket=${ticket}`).closed).toMatchObject({ code: 4001 });
  });

  it('believes a session cookie from an allowed origin only', async () => {
    const server = await start();
    const person = server.person();
    const cookie = `theme=dark; rolecall_session=${server.session(person)}`;
    const own = connect(server, path, { cookie, origin: 'https://jobs.example.org' });
    const [greeting] = await own.receive('connection_established');
    expect(greeting?.user_id).toBe(person.id);
    expect(await connect(server, path, { cookie, origin: 'https://evil.example' }).closed).toMatchObject({
      code: 4001,
    });
    expect(await connect(server, path, { cookie, origin: 'null' }).closed).toMatchObject({ code: 4001 });
    expect(await connect(server, path, { cookie }).closed).toMatchObject({ code: 4001 });
  });

  it('is decided by the token, even when the cookie would do', async () => {
    const server = await start();
    const cookie = `rolecall_session=${server.session(server.person())}`;
    const client = connect(server, `${path}?token=${server.token('expired')}`, {
      cookie,
      origin: 'https://jobs.example.org',
    });
    expect(await client.closed).toMatchObject({ code: 4004 });
  });

  it('elsewhere, or too often from one address, is refused', async () => {
    const server = await start({ handshakes: { handshakeBurst: 2, handshakesPerSecond: 1 } });
    const person = server.person();
    const status = async (target: string) => {
      const client = connect(server, target);
      const [, response] = await once(client.socket, 'unexpected-response');
      return response.statusCode;
    };
    expect(await status('/elsewhere')).toBe(404);
    await connectAs(server, person);
    await connectAs(server, person);
    expect(await status(path)).toBe(429);
    server.clock.advance(1_000);
    await connectAs(server, person);
    expect(await server.metrics()).toContain('rolecall_realtime_handshakes_refused_total{code="429"} 1');
  });
});

describe('messages', () => {
  it('bring a notification, its typed companion and the count', async () => {
    const server = await start();
    const person = server.person('recruiter');
    const client = await connectAs(server, person);
    const sent = server.notify(person, 'application_received');
    const [notification] = await client.receive('notification');
    expect(notification).toMatchObject({ ...sent, notification_type: 'application_received', seq: 1 });
    const [typed] = await client.receive('application_received');
    expect(typed).toMatchObject({ seq: 1, message: sent.message, applicant_name: 'Grace' });
    expect((await client.receive('notification_count'))[0]).toMatchObject({ count: 1, unseen: 1 });
  });

  it('bring what was missed after a resume', async () => {
    const server = await start();
    const person = server.person();
    for (let count = 0; count < 250; count += 1) server.notifySilently(person);
    const client = await connectAs(server, person);
    client.send({ type: 'resume', epoch: 'epoch-1', cursors: { user: 3 } });
    await client.receive('resumed');
    const seqs = (await client.receive('notification')).map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: 247 }, (_, index) => index + 4));
  });

  it('are answered: ping, subscribe and unsubscribe', async () => {
    const server = await start();
    const client = await connectAs(server, server.person());
    client.send({ type: 'ping', timestamp: 'whenever' });
    expect((await client.receive('pong'))[0]).toMatchObject({ head: 0, unread: 0 });
    client.send({
      type: 'subscribe',
      notification_types: ['match_score_calculated', 'job_posted', 'job_posted'],
    });
    expect((await client.receive('subscribed'))[0]?.notification_types).toEqual([
      'job_posted',
      'match_score_calculated',
    ]);
    client.send({ type: 'unsubscribe', notification_types: ['job_posted'] });
    expect((await client.receive('unsubscribed'))[0]?.notification_types).toEqual(['match_score_calculated']);
  });

  it('of a group come to its subscribers', async () => {
    const server = await start();
    const [subscriber, other] = [
      await connectAs(server, server.person()),
      await connectAs(server, server.person()),
    ];
    subscriber.send({ type: 'subscribe', notification_types: ['job_posted'] });
    await subscriber.receive('subscribed');
    server.publisher.topicGrew('job_posted_job_seeker', 1, [
      JSON.stringify({
        type: 'job_posted',
        topic: 'job_posted_job_seeker',
        seq: 1,
        message: 'New job posted: Engineer at Acme',
        job_id: '0199aaaa-0000-7000-8000-000000000000',
        job_title: 'Engineer',
        company: 'Acme',
        location: null,
        data: { skills_required: ['sql'] },
        timestamp: server.clock.now().toISOString(),
      }),
    ]);
    await subscriber.receive('job_posted');
    other.send({ type: 'ping' });
    await other.receive('pong');
    expect(other.messages.map(({ type }) => type)).not.toContain('job_posted');
  });

  it('mark as read what is the own', async () => {
    const server = await start();
    const [person, stranger] = [server.person(), server.person()];
    const { id } = server.notifySilently(person);
    const [own, foreign] = [await connectAs(server, person), await connectAs(server, stranger)];
    own.send({ type: 'mark_read', id });
    own.send({ type: 'ack', seq: 1 });
    own.send({ type: 'ping' });
    await own.receive('pong');
    foreign.send({ type: 'mark_read', id });
    expect((await foreign.receive('error'))[0]?.code).toBe('not_found');
    expect(server.marked).toEqual([
      { userId: person.id, id },
      { userId: person.id, seq: 1 },
    ]);
  });

  it('renew a token of the same person, and end the connection for one of another', async () => {
    const server = await start();
    const person = server.person();
    const client = await connectAs(server, person);
    client.send({ type: 'refresh', token: server.token('expired') });
    expect((await client.receive('error'))[0]?.code).toBe('unauthenticated');
    client.send({ type: 'refresh', token: server.token(person) });
    client.send({ type: 'ping' });
    await client.receive('pong');
    client.send({ type: 'refresh', token: server.token(server.person()) });
    expect(await client.closed).toMatchObject({ code: 4001 });
  });
});

describe('a client that does not read', () => {
  it('costs others nothing and the server little, and gets everything when it reads again', async () => {
    const server = await start();
    const person = server.person();
    const slow = await connectAs(server, person);
    const fast = await connectAs(server, person);
    slow.socket.pause();
    const total = 3_000;
    const text = 'x'.repeat(8_000);
    for (let written = 0; written < total; written += 100) {
      for (let count = 0; count < 100; count += 1) server.notify(person, 'welcome', text);
      await fast.receive('notification', written + 100);
    }
    expect(await server.metrics()).toMatch(/rolecall_realtime_lagging_total [1-9]/);
    slow.socket.resume();
    const seqs = (await slow.receive('notification', total)).map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: total }, (_, index) => index + 1));
    expect(slow.socket.readyState).toBe(slow.socket.OPEN);
  });
});

describe('a drain', () => {
  it('closes with 1012', async () => {
    const server = await start();
    const open = await Promise.all(Array.from({ length: 5 }, () => connectAs(server, server.person())));
    await server.hub.drain(100);
    for (const client of open) expect(await client.closed).toMatchObject({ code: 1012 });
    expect(await connect(server, `${path}?token=${server.person().token}`).closed).toMatchObject({
      code: 1012,
    });
  });
});
