import type { PushMessage } from '@rolecall/contract';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { largestMessage } from './encryption.ts';
import { encodeMessage, fitMessage, topicOf } from './message.ts';

function messageWith(given: Partial<PushMessage['notification']>): PushMessage {
  return {
    web_push: 8030,
    app_badge: 3,
    notification: {
      title: 'A job that fits',
      body: 'North Quay looks for somebody like you.',
      lang: 'en',
      tag: 'a',
      navigate: 'https://rolecall.example/jobs/1',
      icon: 'https://rolecall.example/icons/icon-192.png',
      timestamp: 0,
      requireInteraction: false,
      actions: [{ action: 'read', title: 'Mark as read', navigate: 'https://rolecall.example/jobs/1' }],
      data: { notification_id: 'a', user_id: 'b', closes: [], failed: 'No.', waiting: 'Wait.' },
      ...given,
    },
  };
}

describe('a message', () => {
  it('that fits is sent as it is', () => {
    const message = messageWith({});
    expect(fitMessage(message, largestMessage)).toEqual(message);
  });

  it('with more words than a device shows is shortened', () => {
    const { title, body } = fitMessage(
      messageWith({ title: 'word '.repeat(100), body: 'word '.repeat(1_000) }),
      largestMessage,
    ).notification;
    expect(title.length).toBeLessThanOrEqual(150);
    expect(body).toMatch(/word…$/);
    expect(body.length).toBeLessThanOrEqual(600);
  });

  it('keeps its buttons as long as fewer words will do', () => {
    const { notification } = fitMessage(messageWith({ body: '🙂'.repeat(600) }), 1_500);
    expect(notification.actions).toHaveLength(1);
    expect(notification.body).toMatch(/^🙂+…$/u);
  });

  it('is never too long and always says something', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3_000 }),
        fc.string({ unit: 'grapheme', maxLength: 3_000 }),
        fc.array(fc.uuid(), { maxLength: 100 }),
        fc.constantFrom(largestMessage, 1_000),
        (title, body, closes, limit) => {
          const data = { notification_id: 'a', user_id: 'b', closes, failed: 'No.', waiting: 'Wait.' };
          const fitting = fitMessage(messageWith({ title, body, data }), limit);
          expect(encodeMessage(fitting).length).toBeLessThanOrEqual(limit);
          const { notification } = fitting;
          expect(notification.title.length).toBeGreaterThan(0);
          expect(notification.title.isWellFormed() || !title.isWellFormed()).toBe(true);
          expect(notification.navigate).toBe('https://rolecall.example/jobs/1');
        },
      ),
      { numRuns: 100 },
    );
  });
});

test('a topic is 32 characters of base64url and the same for the same tag', () => {
  expect(topicOf('a')).toMatch(/^[\w-]{32}$/);
  expect(topicOf('a')).toBe(topicOf('a'));
  expect(topicOf('a')).not.toBe(topicOf('b'));
});
