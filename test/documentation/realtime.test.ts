import { clientMessageSchema, closeCodes, serverMessageSchema } from '@rolecall/contract';
import { describe, expect, it } from 'vitest';
import { defaultHandshakeLimits } from '../../server/src/edges/handshake/index.ts';
import { defaultSocketServerLimits } from '../../server/src/edges/ws/index.ts';
import { defaultLimits } from '../../server/src/platform/realtime/index.ts';
import { examplesOf, readPage } from './examples.ts';

const page = readPage('realtime.md');

function examples(side: 'client' | 'server'): string[] {
  return examplesOf(page)
    .filter(({ language }) => language === `json ${side}`)
    .flatMap(({ code }) => code.trim().split('\n'));
}

describe('docs/realtime.md', () => {
  it.each(examples('server'))('shows what a server may say: %s', (example) => {
    const value: unknown = JSON.parse(example);
    expect(serverMessageSchema.parse(value)).toEqual(value);
  });

  it.each(examples('client'))('shows what a client may say: %s', (example) => {
    const value: unknown = JSON.parse(example);
    expect(clientMessageSchema.parse(value)).toEqual(value);
  });

  it('names every message of a client, every close code, and the limits in force', () => {
    for (const { shape } of clientMessageSchema.options)
      expect(page).toContain(`"type":"${shape.type.value}"`);
    for (const code of Object.values(closeCodes)) expect(page).toContain(String(code));
    const { messageBurst, messagesPerSecond } = defaultSocketServerLimits;
    const { handshakeBurst, handshakesPerSecond } = defaultHandshakeLimits;
    expect(page).toContain(`may send ${messageBurst} messages at once and ${messagesPerSecond} a second`);
    expect(page).toContain(`${handshakeBurst} handshakes at once and ${handshakesPerSecond} a second`);
    expect(page).toContain(`${defaultLimits.connectionsPerPerson} connections a person`);
    expect(page).toContain(`${defaultLimits.connections.toLocaleString('en')} a node`);
    expect(page).toContain(`Every ${defaultLimits.sweepMs / 1000} seconds`);
    expect(page).toContain(`Every ${defaultLimits.heartbeatMs / 1000} seconds a ping`);
  });
});
