import { createHash } from 'node:crypto';
import type { PushMessage } from '@rolecall/contract';

/** More than any device shows of it. */
const longestTitle = 150;
const longestBody = 600;

/**
 * A message whose JSON has at most so many bytes. What is too long is said in fewer words: the body is shortened first, then
 * the title; what is to be closed elsewhere, and in the end the buttons, are left out before that.
 */
export function fitMessage(message: PushMessage, limit: number): PushMessage {
  const { notification } = message;
  let best: PushMessage = {
    ...message,
    notification: {
      ...notification,
      title: shorten(notification.title, longestTitle),
      body: shorten(notification.body, longestBody),
    },
  };
  for (const step of [asItIs, withoutCloses, shorterBody, withoutActions, shorterTitle]) {
    const excess = encodeMessage(best).length - limit;
    if (excess <= 0) break;
    best = step(best, excess);
  }
  return best;
}

export function encodeMessage(message: PushMessage): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(message));
}

/** A name for what a push is about, as push services take it for `Topic`: 32 characters of base64url. */
export function topicOf(tag: string): string {
  return createHash('sha256').update(tag).digest('base64url').slice(0, 32);
}

type Step = (message: PushMessage, excess: number) => PushMessage;

const asItIs: Step = (message) => message;

const withoutCloses: Step = (message) => ({
  ...message,
  notification: { ...message.notification, data: { ...message.notification.data, closes: [] } },
});

const withoutActions: Step = (message) => ({
  ...message,
  notification: { ...message.notification, actions: [] },
});

const shorterBody: Step = (message, excess) => ({
  ...message,
  notification: { ...message.notification, body: shortenBytes(message.notification.body, excess) },
});

const shorterTitle: Step = (message, excess) => ({
  ...message,
  notification: { ...message.notification, title: shortenBytes(message.notification.title, excess) },
});

const jsonLength = (text: string) => Buffer.byteLength(JSON.stringify(text));

/** Takes at least so many bytes of its JSON off the end, and marks that. */
function shortenBytes(text: string, excess: number): string {
  const target = jsonLength(text) - excess;
  const pieces = piecesOf(text);
  while (pieces.length > 0) {
    pieces.length = Math.max(0, pieces.length - Math.max(1, Math.floor(pieces.length / 16)));
    const shorter = `${pieces.join('').trimEnd()}…`;
    if (jsonLength(shorter) <= target) return shorter;
  }
  return '';
}

function shorten(text: string, longest: number): string {
  const pieces = piecesOf(text.slice(0, longest * 16));
  return pieces.length <= longest
    ? text
    : `${pieces
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}

/** What people take for one character, so that none is torn. */
function piecesOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
