import type { Notification } from '@rolecall/contract';
import { expect, test } from 'vitest';
import { toRows } from './groups.ts';

let made = 0;
function notification(given: Partial<Notification>): Notification {
  made += 1;
  return {
    ...{ id: String(made), seq: made, kind: 'application_status_changed', category: 'applications' },
    ...{ priority: 'medium', title: 'News', message: '', action: null, actions: [], image: '' },
    ...{ subjects: [], group: null, data: {}, live: true },
    ...{ created_at: '2026-09-01T12:00:00Z', shown_at: '2026-09-01T12:00:00Z' },
    ...{ seen_at: null, read_at: null, archived_at: null, snoozed_until: null, pinned_at: null },
    ...given,
  };
}

const ofApplication = (id: string, job: string) =>
  notification({ subjects: [`application:${id}`], data: { job_title: job } });
const ofCompany = (key: string) => notification({ group: { key, label: `new jobs at ${key}` } });

test('what is told of one application is one thread, at the place of its newest', () => {
  const [first, other, second, third, fourth] = [
    ofApplication('a', 'Nurse'),
    notification({}),
    ofApplication('a', 'Nurse'),
    ofApplication('a', 'Nurse'),
    ofApplication('a', 'Nurse'),
  ];
  expect(toRows([first, other, second, third, fourth])).toEqual([
    { id: first.id, label: null, about: 'Nurse', notifications: [first, second, third, fourth] },
    { id: other.id, label: null, notifications: [other] },
  ]);
});

test('a few of an application stay as they are, and those of another do not join', () => {
  const all = [ofApplication('a', 'Nurse'), ofApplication('b', 'Nurse'), ofApplication('a', 'Nurse')];
  expect(toRows(all).map(({ notifications }) => notifications.length)).toEqual([1, 1, 1]);
});

test('the new jobs of a company are one row where they follow each other', () => {
  const together = [ofCompany('Acme'), ofCompany('Acme'), ofCompany('Acme')];
  const apart = [notification({}), ofCompany('Acme')];
  expect(toRows([...together, ...apart])).toMatchObject([
    { label: 'new jobs at Acme', notifications: together },
    { label: null },
    { label: null },
  ]);
});
