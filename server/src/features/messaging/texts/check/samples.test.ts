import { type Kind, kindNames, kinds } from '@rolecall/contract';
import { describe, expect, test } from 'vitest';
import { sampleOf, samplesOf } from '../../../../testing/messaging/texts.ts';

describe.each(kindNames)('%s', (kind) => {
  const samples = samplesOf(kind);

  test('has samples that could be stored', () => {
    for (const { name, payload } of samples) {
      expect(kinds[kind].payload.safeParse(payload), name).toMatchObject({ success: true });
    }
  });

  test('has each of them under a name of its own, the typical one first', () => {
    const names = samples.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names[0]).toBe('typical');
    expect(samples[0]?.payload).toEqual(sampleOf(kind));
    expect(names.slice(-3)).toEqual(['minimal', 'long', 'right to left']);
  });
});

const payloadOf = (kind: Kind, wanted: string) =>
  samplesOf(kind).find(({ name }) => name === wanted)?.payload;

test('as little as there can be is left of a payload', () => {
  expect(payloadOf('job_alert', 'minimal')).toEqual({
    job_id: expect.any(String),
    job_title: 'Harbour Pilot',
    company_name: 'North Quay',
    location: null,
    score: 87,
    reasons: [],
  });
  expect(payloadOf('offer', 'minimal')).toMatchObject({ note: '' });
  expect(payloadOf('job_recommendation', 'minimal')).toMatchObject({ jobs: [{ location: 'Hamburg' }] });
});

test('what people write is long in one, and from right to left in another', () => {
  expect(payloadOf('offer', 'long')?.['note']).toContain('Donaudampfschifffahrt');
  expect(payloadOf('job_recommendation', 'right to left')).toMatchObject({
    jobs: [{ job_title: 'شركة ميناء الشمال', company_name: 'شركة ميناء الشمال' }, {}, {}, {}],
  });
  expect(payloadOf('offer', 'long')?.['job_id']).toBe(sampleOf('offer')['job_id']);
});

test('each form of a kind is shown', () => {
  const names = samplesOf('application_status_changed').map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['hired', 'rejected', 'withdrawn, for the recruiter']));
  expect(payloadOf('interview_invitation', 'cancelled')).toMatchObject({ event: 'cancelled', revision: 3 });
});
