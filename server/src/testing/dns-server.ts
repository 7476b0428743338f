import { createSocket, type RemoteInfo } from 'node:dgram';
import { once } from 'node:events';

/** Records of names, as a zone file has their values; `servfail`: the server cannot tell. */
export type Zone = Readonly<
  Record<
    string,
    | {
        readonly A?: readonly string[];
        readonly AAAA?: readonly string[];
        readonly TXT?: readonly string[];
        readonly MX?: readonly string[];
        readonly PTR?: readonly string[];
      }
    | 'servfail'
  >
>;

/** A name server that answers from a zone, over UDP (RFC 1035). */
export interface DnsServer {
  readonly port: number;
  /** `127.0.0.1:port` */
  readonly address: string;
  /** From now on it answers from this one. */
  use(zone: Zone): void;
  close(): Promise<void>;
}

const types = { A: 1, PTR: 12, MX: 15, TXT: 16, AAAA: 28 } as const;
const codes = { servfail: 2, nameError: 3 } as const;
/** A response with recursion available and an answer of authority. */
const responseFlags = 0x8580;

export async function startDnsServer(given: Zone): Promise<DnsServer> {
  let zone = given;
  const socket = createSocket('udp4');
  socket.on('message', (query: Buffer, { port, address }: RemoteInfo) => {
    socket.send(answer(query, zone), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  return {
    port,
    address: `127.0.0.1:${port}`,
    use(next) {
      zone = next;
    },
    async close() {
      socket.close();
      await once(socket, 'close');
    },
  };
}

/** The address as a name under which its PTR record lies. */
export function reverseName(address: string): string {
  return `${address.split('.').reverse().join('.')}.in-addr.arpa`;
}

function answer(query: Buffer, zone: Zone): Buffer {
  const { name, end } = readName(query, 12);
  const type = query.readUInt16BE(end);
  const question = query.subarray(12, end + 4);
  const known = zone[name.toLowerCase()];
  const records = typeof known === 'object' ? recordsOf(known, type) : [];
  const code = known === 'servfail' ? codes.servfail : known === undefined ? codes.nameError : 0;
  const header = Buffer.alloc(12);
  query.copy(header, 0, 0, 2);
  header.writeUInt16BE(responseFlags | code, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  return Buffer.concat([header, question, ...records.map((data) => resource(type, data))]);
}

function recordsOf(known: Exclude<Zone[string], string>, type: number): Buffer[] {
  switch (type) {
    case types.A:
      return (known.A ?? []).map((address) => Buffer.from(address.split('.').map(Number)));
    case types.AAAA:
      return (known.AAAA ?? []).map(ipv6);
    case types.TXT:
      return (known.TXT ?? []).map(text);
    case types.PTR:
      return (known.PTR ?? []).map(writeName);
    case types.MX:
      return (known.MX ?? []).map((value) => {
        const [preference = '', host = ''] = value.split(' ');
        const head = Buffer.alloc(2);
        head.writeUInt16BE(Number(preference));
        return Buffer.concat([head, writeName(host)]);
      });
    default:
      return [];
  }
}

function resource(type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(12);
  // A pointer to the name of the question.
  head.writeUInt16BE(0xc0_0c, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

/** Strings of at most 255 octets. */
function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  const strings = [];
  for (let start = 0; start < bytes.length; start += 255) {
    const part = bytes.subarray(start, start + 255);
    strings.push(Buffer.from([part.length]), part);
  }
  return Buffer.concat(strings);
}

function ipv6(address: string): Buffer {
  const [head = '', tail = ''] = address.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const missing = 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array.from({ length: missing }, () => '0'), ...groups(tail)];
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex');
}

function writeName(name: string): Buffer {
  const labels = name.replace(/\.$/, '').split('.').filter(Boolean);
  return Buffer.concat([
    ...labels.map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])),
    Buffer.from([0]),
  ]);
}

function readName(message: Buffer, start: number): { name: string; end: number } {
  const labels = [];
  let place = start;
  for (let length = message[place] ?? 0; length > 0; length = message[place] ?? 0) {
    labels.push(message.toString('latin1', place + 1, place + 1 + length));
    place += 1 + length;
  }
  return { name: labels.join('.'), end: place + 1 };
}
