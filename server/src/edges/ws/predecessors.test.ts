import { once } from 'node:events';
import type { ServerMessage } from '@rolecall/contract';
import { afterEach, describe, expect, it, test } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { startSocketServer, type TestSocketServer } from '../../testing/realtime/socket-server.ts';
import { predecessorDialect } from './predecessors.ts';

const id = '01990000-0000-7000-8000-000000000001';
const timestamp = '2026-09-01T12:00:00.000Z';
const frame = z.looseObject({ type: z.string(), timestamp: z.iso.datetime() });
const translate = (message: ServerMessage) =>
  frame.parse(JSON.parse(predecessorDialect.translate(JSON.stringify(message))));

describe('a message in the words of the predecessors', () => {
  it('tells where an application stands by their statuses', () => {
    const about = { application_id: id, job_title: 'Pilot', message: 'News', seq: 3, timestamp };
    expect(
      translate({
        ...about,
        type: 'application_status_changed',
        old_status: 'submitted',
        new_status: 'hired',
      }),
    ).toEqual({
      ...about,
      type: 'application_status_changed',
      old_status: 'pending',
      new_status: 'accepted',
    });
  });

  it('has a tone and a priority that they know, and what their front end reads', () => {
    const message = translate({
      ...{ type: 'notification', id, seq: 1, kind: 'offer', notification_type: 'offer', timestamp },
      ...{
        category: 'applications',
        priority: 'medium',
        title: 'An offer',
        message: 'Lanternworks offers …',
      },
      ...{ action: { label: 'See it', path: '/applications/1' }, actions: [], image: '', subjects: [] },
      ...{
        group: null,
        live: true,
        data: { job_id: id },
        created_at: timestamp,
        shown_at: timestamp,
        seen_at: null,
      },
      ...{ read_at: null, archived_at: null, snoozed_until: null, pinned_at: null },
    });
    expect(message).toMatchObject({
      notification_type: 'success',
      priority: 'normal',
      message: 'Lanternworks offers …',
      data: { job_id: id },
      notification: {
        ...{ id, notification_type: 'offer', title: 'An offer', priority: 'medium', is_read: false },
        ...{ action_url: '/applications/1', action_label: 'See it', metadata: { job_id: id } },
        created_at: timestamp,
      },
    });
  });

  it('names a place as a text, also where there is none', () => {
    const posted = translate({
      ...{ type: 'job_posted', topic: 'job_posted_job_seeker', seq: 1, timestamp, message: 'New job posted' },
      ...{ job_id: id, job_title: 'Pilot', company: 'North Quay', location: null },
      data: { skills_required: [] },
    });
    expect(posted).toMatchObject({ location: '', data: { skills_required: [] } });
  });

  test.each<ServerMessage>([
    { type: 'pong', head: 3, unread: 1, unseen: 0, revision: 2, timestamp },
    { type: 'event', name: 'error', data: { type: 'told' }, timestamp },
  ])('stays as it is where they say the same: $type', (message) => {
    expect(translate(message)).toEqual(message);
  });
});

describe('their documented client', () => {
  const opened: (WebSocket | TestSocketServer)[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0)) await (one instanceof WebSocket ? one.terminate() : one.close());
  });

  async function connect(server: TestSocketServer, role: 'job_seeker' | 'recruiter') {
    const { token } = server.person(role);
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/ws/notifications/?token=${token}`);
    opened.push(socket);
    const heard: z.infer<typeof frame>[] = [];
    socket.on('message', (data) => heard.push(frame.parse(JSON.parse(String(data)))));
    await once(socket, 'open');
    await expect.poll(() => heard[0]?.type).toBe('connection_established');
    return {
      heard,
      say: (text: string) => socket.send(text),
      kinds: (type: string) => heard.filter((message) => message.type === type),
    };
  }

  const announce = (server: TestSocketServer, seq: number) =>
    server.publisher.topicGrew('job_posted_job_seeker', seq, [
      JSON.stringify({
        ...{ type: 'job_posted', topic: 'job_posted_job_seeker', seq, job_id: id, location: 'Berlin' },
        ...{ message: 'New job posted: Pilot at North Quay', job_title: 'Pilot', company: 'North Quay' },
        ...{ data: { skills_required: ['flying'] }, timestamp },
      }),
    ]);

  it('hears of each new job once without asking, also when it subscribes, until it unsubscribes', async () => {
    const server = await startSocketServer();
    opened.push(server);
    const seeker = await connect(server, 'job_seeker');
    const recruiter = await connect(server, 'recruiter');
    announce(server, 1);
    await expect.poll(() => seeker.kinds('job_posted').length).toBe(1);
    seeker.say('{"type":"subscribe","notification_types":["job_posted","match_score_calculated"]}');
    await expect.poll(() => seeker.kinds('subscribed').length).toBe(1);
    announce(server, 2);
    await expect.poll(() => seeker.kinds('job_posted').length).toBe(2);
    seeker.say('{"type":"unsubscribe","notification_types":["job_posted"]}');
    await expect.poll(() => seeker.kinds('unsubscribed').length).toBe(1);
    announce(server, 3);
    for (const client of [seeker, recruiter]) {
      client.say(`{"type":"ping","timestamp":"${timestamp}"}`);
      await expect.poll(() => client.kinds('pong').length).toBe(1);
    }
    expect(seeker.kinds('job_posted')).toHaveLength(2);
    expect(recruiter.kinds('job_posted')).toHaveLength(0);
  });

  it('reads what is wrong in the words that it knows', async () => {
    const server = await startSocketServer();
    opened.push(server);
    const client = await connect(server, 'recruiter');
    client.say('{');
    await expect.poll(() => client.kinds('error')[0]?.['message']).toBe('Invalid JSON format');
  });
});
