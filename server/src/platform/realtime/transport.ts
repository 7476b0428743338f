import type { Wire } from './frames.ts';

/** An open socket or stream, as far as the hub needs to know it. Calls on one that is closing do nothing. */
export interface Transport {
  readonly wire: Wire;
  /** Bytes that were written and that the system has not taken yet. */
  readonly bufferedBytes: number;
  /** Writes whole frames of its wire. */
  write(bytes: Uint8Array): void;
  /** Asks for a sign of life; a stream that only goes one way shows one itself. */
  ping(): void;
  /** Stops and resumes reading what the client sends. */
  pause(): void;
  resume(): void;
  /** Runs the work once, when the system has taken everything that was written. */
  onceDrained(work: () => void): void;
  /** Says why and closes; a client that does not answer is cut off by the transport within seconds. */
  close(code: number, reason: string): void;
  terminate(): void;
}

/** Who a connection belongs to, and until when that is vouched for. */
export interface Identity<Role extends string = string> {
  readonly userId: string;
  readonly role: Role;
  /** The session or API key that vouches for the person, and ends what was opened by it; null: nothing that can end. */
  readonly grantId: string | null;
  readonly expiresAt: Date;
}
