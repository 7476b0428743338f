import { connect } from 'node:net';

/** Address of a PostgreSQL server whose user may create databases; undefined when there is none. */
export function findPostgres(): Promise<string | undefined> {
  return find(process.env['TEST_POSTGRES_URL'], 'postgres://postgres@127.0.0.1:5432/postgres');
}

/** Address of a Redis or Valkey server; undefined when there is none. */
export function findRedis(): Promise<string | undefined> {
  return find(process.env['TEST_REDIS_URL'], 'redis://127.0.0.1:6379');
}

/** What was given is believed, so that a mistake in it fails the tests; the usual place is only tried. */
async function find(given: string | undefined, usual: string): Promise<string | undefined> {
  if (given) return given;
  const { hostname, port } = new URL(usual);
  return (await accepts(hostname, Number(port))) ? usual : undefined;
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const answer = (accepted: boolean) => {
      socket.destroy();
      resolve(accepted);
    };
    socket.once('connect', () => answer(true));
    socket.once('timeout', () => answer(false));
    socket.once('error', () => answer(false));
  });
}
