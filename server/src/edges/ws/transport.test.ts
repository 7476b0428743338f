import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { frameText } from '../../platform/realtime/frames.ts';
import { WebSocketTransport } from './transport.ts';

it('writes byte for byte what ws would have written', async () => {
  const texts = [
    '',
    'a',
    'ü'.repeat(62),
    'x'.repeat(125),
    'x'.repeat(126),
    '✓'.repeat(21_845),
    'x'.repeat(70_000),
  ];
  const server = createServer();
  const webSockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  server.on('upgrade', (request, socket, head) => {
    webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      const transport = new WebSocketTransport(webSocket, socket);
      for (const text of texts) webSocket.send(text);
      for (const text of texts) transport.write(frameText(text).bytesFor('websocket'));
      webSocket.close(1000, 'end');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const client = connect(port, '127.0.0.1');
  client.write(
    'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  const chunks: Buffer[] = [];
  const closeFrame = Buffer.from([0x88, 0x05, 0x03, 0xe8, ...Buffer.from('end')]);
  for await (const chunk of client) {
    chunks.push(chunk);
    if (Buffer.concat(chunks).subarray(-closeFrame.length).equals(closeFrame)) break;
  }
  client.destroy();
  server.close();
  const bytes = Buffer.concat(chunks);
  const frames = bytes.subarray(bytes.indexOf('\r\n\r\n') + 4, -closeFrame.length);
  const half = frames.length / 2;
  expect(frames.subarray(half).equals(frames.subarray(0, half))).toBe(true);
  expect(half).toBe(texts.reduce((sum, text) => sum + frameText(text).bytesFor('websocket').length, 0));
});
