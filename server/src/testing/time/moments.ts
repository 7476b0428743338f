import fc from 'fast-check';

/** A change of clocks and the zone that makes it. */
export interface Change {
  readonly timeZone: string;
  readonly at: Date;
  readonly what: string;
}

const change = (timeZone: string, at: string, what: string): Change => ({ timeZone, at: new Date(at), what });

export const changes: readonly Change[] = [
  change('Europe/Berlin', '2026-03-29T01:00:00Z', '02:00 to 03:00'),
  change('Europe/Berlin', '2026-10-25T01:00:00Z', '03:00 to 02:00'),
  change('America/New_York', '2026-03-08T07:00:00Z', '02:00 to 03:00'),
  change('America/New_York', '2026-11-01T06:00:00Z', '02:00 to 01:00'),
  change('Australia/Lord_Howe', '2026-10-03T15:30:00Z', '02:00 to 02:30'),
  change('Australia/Lord_Howe', '2026-04-04T15:00:00Z', '02:00 to 01:30'),
  change('America/Sao_Paulo', '2018-11-04T03:00:00Z', 'midnight to 01:00'),
  change('America/Sao_Paulo', '2018-02-18T02:00:00Z', 'midnight to 23:00'),
  change('Africa/Cairo', '2026-04-23T22:00:00Z', 'midnight to 01:00'),
  change('Pacific/Apia', '2011-12-30T10:00:00Z', 'a whole day'),
  change('Asia/Kathmandu', '1985-12-31T18:30:00Z', 'midnight to 00:15'),
  change('Africa/Casablanca', '2026-02-15T02:00:00Z', '03:00 to 02:00, for Ramadan'),
];

/** Zones from one end of the day to the other, with whole hours and without. */
export const timeZones: readonly string[] = [
  ...new Set(changes.map(({ timeZone }) => timeZone)),
  'UTC',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'America/St_Johns',
  'Asia/Kolkata',
  'Pacific/Chatham',
  'Asia/Tokyo',
];

const plainDays = ['2024-02-28', '2026-08-12'].map((day) => new Date(`${day}T12:00:00Z`));

/** A person's zone, and the time around which something happens to them there. */
export interface Place {
  readonly timeZone: string;
  readonly around: Date;
}

/** Half of them are at a change of clocks. */
export const place: fc.Arbitrary<Place> = fc.oneof(
  fc.constantFrom(...changes).map(({ timeZone, at }) => ({ timeZone, around: at })),
  fc.record({ timeZone: fc.constantFrom(...timeZones), around: fc.constantFrom(...plainDays) }),
);

const hourMs = 3_600_000;

/** A moment near that of a place: within the hours before and after it, or within a good day. */
export const near = (around: Date): fc.Arbitrary<Date> =>
  fc
    .oneof(
      fc.integer({ min: -3 * hourMs, max: 3 * hourMs }),
      fc.integer({ min: -30 * hourMs, max: 30 * hourMs }),
      fc.integer({ min: -60, max: 60 }).map((halfHours) => (halfHours * hourMs) / 2),
    )
    .map((offset) => new Date(around.getTime() + offset));

/** A time of the day; often one that changes of clocks skip or repeat. */
export const clockTime: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '00:00',
    '00:30',
    '01:30',
    '01:45',
    '02:00',
    '02:15',
    '02:30',
    '03:00',
    '07:00',
    '22:00',
    '23:30',
  ),
  fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
);
