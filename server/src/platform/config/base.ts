import type { environments, logLevels } from './variables.ts';

/** What every instance has. Everything optional is present as `undefined` when it is not set. */
export interface BaseConfig {
  readonly environment: (typeof environments)[number];
  /** Absolute path of the folder for the embedded database and generated secrets. */
  readonly dataDirectory: string;
  /** Absent outside of production: then it is generated and kept in the data folder. */
  readonly secret: string | undefined;
  /** Of before, the latest first; what was made with them still counts. */
  readonly previousSecrets: readonly string[];
  readonly demo: boolean;
  readonly http: {
    readonly host: string;
    readonly port: number;
    /** Origin without a trailing slash. */
    readonly publicUrl: string;
    /** Whether only this machine can reach the server. */
    readonly isLoopback: boolean;
    /** Every origin that browsers may call from, the public one first. */
    readonly allowedOrigins: readonly string[];
    readonly trustedProxies: readonly string[];
    readonly bodyLimitBytes: number;
    readonly uploadLimitBytes: number;
    readonly rateLimitPerMinute: number;
    readonly signInRateLimitPerMinute: number;
  };
  /** What `rolecall worker` serves health and metrics on, if anything. */
  readonly worker: { readonly port: number | undefined };
  readonly sockets: {
    /** Handshakes that one address may make at once. */
    readonly handshakeBurst: number;
    /** Handshakes per second that it may make in the long run. */
    readonly handshakesPerSecond: number;
  };
  /** Origins in private networks that the HTTP client may reach all the same. */
  readonly outgoing: { readonly privateOrigins: readonly string[] };
  /** Without an address the embedded database is used. */
  readonly database: {
    readonly url: string | undefined;
    readonly poolSize: number;
    /** What the embedded database leaves free of its disk. */
    readonly diskReserveBytes: number;
  };
  readonly redis: { readonly url: string | undefined };
  readonly log: { readonly level: (typeof logLevels)[number] };
  /** Threads for what comes from outside, and the memory that one of them may take. */
  readonly parsing: { readonly threads: number; readonly memoryMb: number };
  /** From which delay of the event loop on a process is not ready, in milliseconds. */
  readonly eventLoopDelayMs: number;
  readonly metrics: {
    readonly token: string | undefined;
    /** Whether everybody may read them, without a token. */
    readonly open: boolean;
  };
  /** What `/.well-known/security.txt` says; without a contact there is none. */
  readonly securityContact: { readonly contacts: readonly string[]; readonly policy: string | undefined };
  readonly shutdownSeconds: number;
  /** What works but probably is not meant, one sentence each, to be logged at start. */
  readonly warnings: readonly string[];
}
