/** A large receiver with several domains. */
interface LargeReceiver {
  readonly name: string;
  readonly domain: RegExp;
  /** Mails at a time until more is known. */
  readonly places: number;
}

const receivers: readonly LargeReceiver[] = [
  { name: 'gmail', domain: /^(?:gmail|googlemail)\.com$/, places: 20 },
  {
    name: 'outlook',
    domain: /^(?:(?:outlook|hotmail|live|windowslive)\.[a-z.]{2,6}|msn\.com|passport\.com)$/,
    places: 20,
  },
  {
    name: 'yahoo',
    domain: /^(?:yahoo\.[a-z.]{2,6}|ymail\.com|rocketmail\.com|aol\.[a-z.]{2,6})$/,
    places: 10,
  },
];

/** The receiver of an address: a large one by its name, any other by its domain. */
export function receiverOf(address: string): string {
  const own = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return receivers.find(({ domain }) => domain.test(own))?.name ?? own;
}

/** Mails at a time that a receiver gets until more is known. */
export function initialPlacesOf(name: string): number {
  return receivers.find((receiver) => receiver.name === name)?.places ?? Number.POSITIVE_INFINITY;
}
