import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { countField, createCursors, idField, momentField, rankField, textField } from './index.ts';

const id = '0190f2a8-8d5c-7c3e-9f6a-2b1d4c8e7f60';
const createdAt = new Date('2026-03-01T09:30:00.123Z');
const cursors = createCursors({ createdAt: momentField, id: idField });
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const refused = expect.objectContaining({ code: 'invalid_cursor' });

test('no cursor stands for the beginning', () => {
  expect(cursors.read(undefined)).toBeNull();
});

test('every position is read as it was written', () => {
  const all = createCursors({
    at: momentField,
    count: countField,
    rank: rankField,
    text: textField,
    id: idField,
  });
  const positions = fc.record({
    at: fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    }),
    count: fc.maxSafeNat(),
    rank: fc.double({ min: 0, noDefaultInfinity: true, noNaN: true }).map((rank) => rank + 0),
    text: fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0')),
    id: fc.uuid(),
  });
  fc.assert(
    fc.property(positions, fc.string(), (position, list) => {
      expect(all.read(all.write(position, list), list)).toEqual(position);
    }),
  );
});

describe('a cursor is refused', () => {
  it.each([
    ['that is no base64', '%%%'],
    ['that is no JSON', Buffer.from('{').toString('base64url')],
    ['of nothing', encode(null)],
    ['of another kind of value', encode({ createdAt, id })],
    ['with too little in it', encode(['', createdAt])],
    ['with too much in it', encode(['', createdAt, id, id])],
    ['without a list', encode([createdAt, id])],
    ['with a day that is not in the calendar', encode(['', '2026-02-30T00:00:00.000Z', id])],
    ['with a year that the database does not know', encode(['', '0000-01-01T00:00:00.000Z', id])],
    ['with a year of six digits', encode(['', '+275760-09-13T00:00:00.000Z', id])],
    ['with a number for a moment', encode(['', 0, id])],
    ['with something like an id', encode(['', createdAt, '-'.repeat(36)])],
  ])('%s', (_what, cursor) => {
    expect(() => cursors.read(cursor)).toThrow(refused);
  });

  it('that was written for another list', () => {
    expect(() => cursors.read(cursors.write({ createdAt, id }, 'saved'), 'hidden')).toThrow(refused);
    expect(() => cursors.read(cursors.write({ createdAt, id }, 'saved'))).toThrow(refused);
  });

  it.each([[-1], [1.5], [2 ** 53], ['1'], [null]])('with %j for a count', (count) => {
    expect(() => createCursors({ count: countField }).read(encode(['', count]))).toThrow(refused);
  });

  it.each([[-0.5], ['1'], [null]])('with %j for a rank', (rank) => {
    expect(() => createCursors({ rank: rankField }).read(encode(['', rank]))).toThrow(refused);
  });

  it('with a text that the database does not take', () => {
    expect(() => createCursors({ text: textField }).read(encode(['', 'a\0b']))).toThrow(refused);
  });

  it('or read, whatever it is, and nothing else happens', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json().map(encode), fc.array(fc.anything()).map(encode)),
        (text) => {
          try {
            cursors.read(text);
          } catch (error) {
            expect(error).toEqual(refused);
          }
        },
      ),
    );
  });
});

describe('a page', () => {
  const rows = [1, 2, 3].map((count) => ({ count }));
  const counts = createCursors({ count: countField });
  const page = (limit: number) =>
    counts.page(
      rows.slice(0, limit + 1),
      limit,
      ({ count }) => count,
      ({ count }) => ({ count }),
      'x',
    );

  it('ends with the position of its last row when there is more', () => {
    const { items, next_cursor } = page(2);
    expect(items).toEqual([1, 2]);
    expect(counts.read(next_cursor ?? undefined, 'x')).toEqual({ count: 2 });
  });

  it('is the last when there is not', () => {
    expect(page(3)).toEqual({ items: [1, 2, 3], next_cursor: null });
  });
});
