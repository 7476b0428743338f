import type { Kind, KindPayload, Notification } from '@rolecall/contract';
import { expect, test } from 'vitest';
import { encodeNotification } from './messages.ts';

const id = '01990000-0000-7000-8000-000000000001';
const at = '2026-09-01T12:00:00.000Z';
const about = { application_id: id, job_id: id, job_title: 'Pilot', company_name: 'North Quay' };
const interview = {
  ...about,
  interview_id: id,
  starts_at: '2026-09-07T08:00:00.000Z',
  ends_at: '2026-09-07T09:00:00.000Z',
  place: '',
  note: '',
};

function frames<K extends Kind>(kind: K, data: KindPayload<K> & Record<string, unknown>): unknown[] {
  const notification: Notification = {
    id,
    seq: 7,
    kind,
    category: 'applications',
    priority: 'high',
    title: 'News',
    message: 'Something has happened.',
    image: '',
    action: null,
    actions: [],
    group: null,
    subjects: [],
    live: true,
    created_at: at,
    shown_at: at,
    seen_at: null,
    read_at: null,
    archived_at: null,
    snoozed_until: null,
    pinned_at: null,
    data,
  };
  return encodeNotification(notification, at).map((frame) => JSON.parse(frame));
}

test.each([
  ['interview_invitation', { ...interview, old_status: 'viewed', new_status: 'interview' }],
  ['offer', { ...about, note: '', old_status: 'interview', new_status: 'offer' }],
  ['rejection', { ...about, note: '', old_status: 'interview', new_status: 'rejected' }],
] as const)('a client that knows only changes of the status hears of it by %s too', (kind, data) => {
  expect(frames(kind, data)).toMatchObject([
    { type: 'notification', kind, seq: 7 },
    {
      type: 'application_status_changed',
      seq: 7,
      application_id: id,
      old_status: data.old_status,
      new_status: data.new_status,
      job_title: 'Pilot',
      message: 'Something has happened.',
    },
  ]);
});

test('an interview that is moved is no step of the application', () => {
  expect(frames('interview_invitation', { ...interview, event: 'moved' })).toHaveLength(1);
});
