import type { Broadcast, BroadcastInput } from '@rolecall/contract';
import { describe, expect, it } from 'vitest';
import { audienceOf, emptyDraft, readDraft, readMessage, toDraft, withText } from './draft.ts';

const zone = 'Europe/Berlin';
const text = { title: 'Searches can be saved', message: 'Find yours under Jobs.', label: '', path: '' };
const draft = { ...emptyDraft, texts: { en: text } };

const stored = (input: BroadcastInput): Broadcast => ({
  ...input,
  id: '0198c000-0000-7000-8000-000000000001',
  status: 'draft',
  version: 1,
  scheduled_at: null,
  time_zone: null,
  started_at: null,
  ended_at: null,
  failure: null,
  created_at: '2026-05-31T09:00:00.000Z',
  updated_at: '2026-05-31T09:00:00.000Z',
  created_by: null,
  progress: { audience: null, processed: 0, written: 0, per_second: null, seconds_left: null },
  allowed: ['edit'],
});

describe('the draft of a broadcast', () => {
  it('gives back what was stored, in the zone of who edits it', () => {
    const input: BroadcastInput = {
      kind: 'maintenance',
      content: {
        en: { title: 'Away', message: 'For an hour.', action: { label: 'Why', path: '/jobs' } },
        de: { title: 'Weg', message: 'Eine Stunde.', action: null },
      },
      starts_at: '2026-10-25T01:30:00.000Z',
      ends_at: '2026-10-25T03:00:00.000Z',
      audience: {
        to: 'segment',
        filters: {
          roles: ['job_seeker'],
          skills: ['TypeScript'],
          email_verified: false,
          signed_up_from: '2026-03-28T23:00:00.000Z',
          inactive_since: '2026-06-30T22:00:00.000Z',
        },
      },
    };
    const fields = toDraft(stored(input), zone);
    expect(fields).toMatchObject({
      starts: '2026-10-25T02:30',
      audience: { email: 'unverified', signed_up_from: '2026-03-29', inactive_since: '2026-07-01' },
    });
    expect(readDraft(fields, zone)).toEqual({ input, faults: null });
  });

  it('names what is wrong by its field', () => {
    expect(readDraft(emptyDraft, zone).faults).toEqual({
      'content.en.title': 'must not be empty',
      'content.en.message': 'must not be empty',
    });
    const halfButton = { ...draft, texts: { en: { ...text, path: 'https://elsewhere.example' } } };
    expect(Object.keys(readDraft(halfButton, zone).faults ?? {})).toEqual(
      expect.arrayContaining(['content.en.action.label', 'content.en.action.path']),
    );
  });

  it('is nobody in particular while a segment has no condition', () => {
    const segment = { ...draft, audience: { ...draft.audience, to: 'segment' as const } };
    expect(readDraft(segment, zone).faults).toHaveProperty(['audience.filters']);
    expect(audienceOf(draft.audience, zone)).toEqual({ to: 'everybody' });
  });

  it('is shown in the languages that are complete', () => {
    const half = { ...draft, texts: withText(draft.texts, 'de', { ...text, message: '' }) };
    expect(Object.keys(readMessage(half, zone)?.content ?? {})).toEqual(['en']);
    expect(readMessage(emptyDraft, zone)).toBeNull();
    expect(withText(half.texts, 'de', undefined)).toEqual(draft.texts);
  });

  it('has no beginning and no end when it is no maintenance', () => {
    const announcement = { ...draft, starts: '2026-05-31T09:00' };
    expect(readDraft(announcement, zone).input).toMatchObject({ starts_at: null, ends_at: null });
  });
});
