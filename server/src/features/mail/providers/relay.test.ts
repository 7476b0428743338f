import { describe, expect, test } from 'vitest';
import type { OutgoingMail } from '../message/index.ts';
import { relayHeaders } from './relay.ts';

const deliveryId = '01990000-0000-7000-8000-000000000001';
const alert: OutgoingMail = {
  from: 'jobs@rolecall.example',
  to: { name: 'Ada', address: 'ada@example.org' },
  subject: 'A job',
  html: '<p>A job</p>',
  text: 'A job',
  messageId: `<${deliveryId}@rolecall.example>`,
  date: new Date('2026-09-01T12:00:00Z'),
  headers: { 'List-Unsubscribe': '<https://rolecall.example/u/token>' },
  reference: { deliveryId, kind: 'job_alert', category: 'jobs' },
  stream: 'bulk',
  isUrgent: false,
};

describe('the mail server of a service', () => {
  test('hears of our delivery in its own words, and leaves links alone', () => {
    const sendGrid = relayHeaders(alert, 'sendgrid', undefined)['X-SMTPAPI'] ?? '';
    expect(JSON.parse(sendGrid)).toEqual({
      unique_args: { delivery_id: deliveryId },
      filters: {
        clicktrack: { settings: { enable: 0 } },
        opentrack: { settings: { enable: 0 } },
        subscriptiontrack: { settings: { enable: 0 } },
      },
    });
    expect(relayHeaders(alert, 'mailgun', undefined)).toEqual({
      'X-Mailgun-Track': 'no',
      'X-Mailgun-Variables': `{"delivery_id":"${deliveryId}"}`,
    });
    expect(relayHeaders(alert, 'ses', 'jobs')).toEqual({
      'X-SES-MESSAGE-TAGS': `delivery_id=${deliveryId}`,
      'X-SES-CONFIGURATION-SET': 'jobs',
    });
    expect(relayHeaders(alert, 'postmark', undefined)).toMatchObject({
      'X-PM-Metadata-delivery_id': deliveryId,
      'X-PM-KeepID': 'true',
      'X-PM-TrackOpens': 'false',
      'X-PM-TrackLinks': 'None',
    });
    expect(relayHeaders(alert, 'gmail', undefined)).toEqual({});
  });

  test('keeps what people wait for apart from what they can unsubscribe from', () => {
    const stream = (mail: OutgoingMail) => relayHeaders(mail, 'postmark', undefined)['X-PM-Message-Stream'];
    expect(stream(alert)).toBe('broadcast');
    expect(stream({ ...alert, stream: 'transactional' })).toBe('outbound');
  });
});
