import { describe, expect, it } from 'vitest';
import { segmentFiltersSchema } from './audience.ts';
import { broadcastInputSchema } from './inputs.ts';

const input = {
  kind: 'maintenance',
  content: { en: { title: 'Maintenance', message: 'We are away for a while.' } },
  audience: { to: 'everybody' },
  starts_at: '2030-01-01T10:00:00.000Z',
  ends_at: '2030-01-01T11:00:00.000Z',
};
const faultsOf = (changes: object) =>
  (broadcastInputSchema.safeParse({ ...input, ...changes }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')} ${message}`,
  );

describe('a broadcast', () => {
  it('may say when maintenance begins and ends, or not', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ ends_at: null })).toEqual([]);
    expect(faultsOf({ starts_at: null, ends_at: null })).toEqual([]);
  });

  it('cannot end before it begins', () => {
    expect(faultsOf({ ends_at: input.starts_at })).toEqual(['ends_at must be after the beginning']);
  });

  it('has no times unless it is about maintenance', () => {
    expect(faultsOf({ kind: 'feature_announcement' })).toEqual([
      'starts_at only maintenance has a beginning',
      'ends_at only maintenance has an end',
    ]);
  });

  it('needs words in English', () => {
    expect(faultsOf({ content: { de: input.content.en } })).toHaveLength(1);
    expect(faultsOf({ content: { en: { title: 'Maintenance', message: ' ' } } })).toEqual([
      'content.en.message must not be empty',
    ]);
  });
});

describe('a segment', () => {
  it('is never everybody by accident', () => {
    expect(segmentFiltersSchema.safeParse({}).success).toBe(false);
    expect(segmentFiltersSchema.safeParse({ roles: [] }).success).toBe(false);
    expect(segmentFiltersSchema.safeParse({ skills: [] }).success).toBe(false);
    expect(segmentFiltersSchema.safeParse({ email_verified: false }).success).toBe(true);
  });
});
