import { z } from 'zod';

/** Where notifications come as server-sent events, for those whom a WebSocket cannot reach. */
export const notificationStreamPath = '/api/v1/notifications/stream';

/** What can stand in the address of the stream. */
export const notificationStreamQuerySchema = z.object({
  token: z.string().optional().describe('An access token, for those who can set no header.'),
  ticket: z.string().optional().describe('A one-time ticket of `POST /api/v1/realtime/ticket`.'),
  types: z
    .string()
    .max(1_000)
    .optional()
    .describe('Notification types to subscribe to, with commas between them.'),
  last_event_id: z
    .string()
    .max(128)
    .optional()
    .describe('The id of the last event, `<epoch>:<seq>`; the header `Last-Event-ID` comes first.'),
  topics: z
    .string()
    .max(2_000)
    .optional()
    .describe(
      'The last seq by topic, `<topic>:<seq>` with commas between them; needs the id of the last event.',
    ),
});

/** Data of the event `close`, by which the server ends a stream; the code is one of those of the socket. */
export const streamCloseSchema = z.object({ code: z.int(), reason: z.string() });
