import { socketSubprotocol } from '@rolecall/contract/constants';
import type { Link, LinkEvents } from './link.ts';
import { openState, type WebSocketConstructor } from './web-socket.ts';

/**
 * Opens a WebSocket.
 *
 * @param url with the credentials
 * @throws when the address or a policy of the page forbids it
 */
export function openSocketLink(url: string, WebSocket: WebSocketConstructor, events: LinkEvents): Link {
  const socket = new WebSocket(url, socketSubprotocol);
  let isClosed = false;
  socket.addEventListener('message', ({ data }) => {
    if (!isClosed && typeof data === 'string') events.onMessage(data);
  });
  socket.addEventListener('close', ({ code }) => {
    if (!isClosed) events.onEnd(code);
  });
  // The close that follows says what is to be done.
  socket.addEventListener('error', () => {});
  return {
    carrier: 'socket',
    say(message) {
      if (socket.readyState !== openState) return false;
      socket.send(JSON.stringify(message));
      return true;
    },
    close() {
      isClosed = true;
      socket.close(1000);
    },
  };
}
