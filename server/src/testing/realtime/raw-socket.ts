import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A frame of a WebSocket as a client may write it, well or badly. */
export interface RawFrame {
  /** FIN, the reserved bits and the opcode. */
  readonly first: number;
  readonly payload: Uint8Array;
  readonly masked?: boolean;
  /** The length that it claims to have; its own when left out. */
  readonly length?: number;
  /** How the length is written; as short as it can be when left out. */
  readonly lengthBytes?: 1 | 2 | 8;
}

export const final = 0x80;
export const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

export function encodeFrame(frame: RawFrame): Buffer {
  const { first, payload, masked = true, length = payload.length } = frame;
  const { lengthBytes = length < 126 ? 1 : length < 65_536 ? 2 : 8 } = frame;
  const mask = masked ? 0x80 : 0;
  const size = Buffer.alloc(lengthBytes === 1 ? 1 : 1 + lengthBytes);
  if (lengthBytes === 1) size.writeUInt8(mask | (length & 0x7f));
  else size.writeUInt8(mask | (lengthBytes === 2 ? 126 : 127));
  if (lengthBytes === 2) size.writeUInt16BE(length & 0xffff, 1);
  if (lengthBytes === 8) size.writeBigUInt64BE(BigInt(length), 1);
  const key = masked ? Buffer.from([1, 2, 3, 4]) : Buffer.alloc(0);
  const body = masked ? payload.map((byte, index) => byte ^ (key[index % 4] ?? 0)) : payload;
  return Buffer.concat([Buffer.from([first]), size, key, body]);
}

/** A socket by hand: after the handshake it writes bytes as they are. */
export class RawSocket {
  readonly socket: Socket;
  /** The close code that the server gives, as soon as it does; undefined when it goes without one. */
  readonly closed: Promise<number | undefined>;
  readonly gone: Promise<unknown>;
  #received = Buffer.alloc(0);

  private constructor(socket: Socket) {
    this.socket = socket;
    this.gone = once(socket, 'close');
    this.closed = new Promise((resolve) => {
      socket.on('data', (bytes) => {
        this.#received = Buffer.concat([this.#received, bytes]);
        const code = closeCodeIn(this.#received);
        if (code !== undefined) resolve(code);
      });
      socket.on('close', () => resolve(undefined));
    });
  }

  /** Opens a socket at this path; what the server says after the handshake is kept. */
  static async open(url: string, path: string): Promise<RawSocket> {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    socket.on('error', () => {});
    socket.write(
      [
        `GET ${path} HTTP/1.1`,
        'Host: localhost',
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        '\r\n',
      ].join('\r\n'),
    );
    const [answer] = await once(socket, 'data');
    const raw = new RawSocket(socket);
    const head = Buffer.from(answer);
    raw.#received = head.subarray(head.indexOf('\r\n\r\n') + 4);
    return raw;
  }

  write(...frames: readonly RawFrame[]): void {
    this.socket.write(Buffer.concat(frames.map(encodeFrame)));
  }
}

/** Reads the frames of a server, which are never masked. */
function closeCodeIn(bytes: Buffer): number | undefined {
  let rest = bytes;
  while (rest.length >= 10 || (rest.length >= 4 && (rest[1] ?? 0) < 127)) {
    const [first = 0, short = 0] = rest;
    const headLength = short < 126 ? 2 : short === 126 ? 4 : 10;
    const length =
      short < 126 ? short : short === 126 ? rest.readUInt16BE(2) : Number(rest.readBigUInt64BE(2));
    if (rest.length < headLength + length) return undefined;
    if (first === (final | opcodes.close)) return rest.readUInt16BE(headLength);
    rest = rest.subarray(headLength + length);
  }
  return undefined;
}
