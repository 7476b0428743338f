/**
 * Loaded into the attacked server before it starts (`--import`): measures how much processor time the main thread takes
 * without letting the event loop go on, and writes it to the file of `TURNS_FILE`, a line of JSON for each.
 *
 * A timer of 5 ms is due in each turn of a busy loop, so between two of its runs lie at most one turn and 5 ms. What the
 * thread has taken of the processor in between is the kernel's account of this thread alone: neither other threads nor
 * other processes count, and a machine that has no time for it makes no turn longer.
 *
 * Collections of garbage are told apart, since which turn has to wait for one is chance. They are known by the clock only,
 * so of their time counts what the thread has had of the processor in this turn: what is taken off is rather too little.
 */
import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';
import { IncomingMessage, ServerResponse } from 'node:http';
import { type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const everyMs = 5;
/** Shorter turns are not written, so that writing is nothing beside them. */
const noteworthyMs = 40;
const memoryEveryMs = 250;
/** Requests that a line names. */
const mostDescribed = 20;

const file = process.env['TURNS_FILE'];
if (isMainThread && file !== undefined) measureTurns(file);

function measureTurns(path: string): void {
  const write = (line: object) => appendFileSync(path, `${JSON.stringify({ at: Date.now(), ...line })}\n`);
  const underWay = new Set<IncomingMessage>();
  let ended: IncomingMessage[] = [];
  subscribe('http.server.request.start', (message) => {
    const [request, response] = exchangeOf(message);
    // Looking at each of thousands would make the turn longer that it is to explain.
    if (request === undefined || underWay.size >= mostDescribed) return;
    underWay.add(request);
    response?.once('close', () => {
      if (underWay.delete(request)) ended.push(request);
    });
  });
  const cpuMs = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1_000;
  };
  // Collections are told of in the phase behind the timers, so a turn is judged when the next one has ended.
  let collections: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => collections.push(...list.getEntries()));
  observer.observe({ entryTypes: ['gc'] });
  let pending: Turn | undefined;
  let [before, beforeAt] = [cpuMs(), performance.now()];
  let longest = 0;
  function judge({ from, to, ms, requests }: Turn): void {
    const collected = collections.reduce((sum, one) => sum + overlap(one, from, to), 0);
    const garbage = collected * Math.min(1, ms / (to - from));
    longest = Math.max(longest, ms - garbage);
    if (ms >= noteworthyMs)
      write({ turn_ms: Math.round(ms - garbage), garbage_ms: Math.round(garbage), requests });
  }
  setInterval(() => {
    const [now, at] = [cpuMs(), performance.now()];
    collections.push(...observer.takeRecords());
    if (pending !== undefined) judge(pending);
    collections = collections.filter(({ startTime, duration }) => startTime + duration >= beforeAt);
    const requests = [...ended, ...underWay].slice(0, mostDescribed).map(describe);
    pending = { from: beforeAt, to: at, ms: now - before, requests };
    [before, beforeAt, ended] = [now, at, []];
  }, everyMs).unref();
  setInterval(() => {
    const { rss, heapUsed } = process.memoryUsage();
    write({ rss, heap: heapUsed, longest_ms: Math.round(longest), cpu_ms: Math.round(cpuMs()) });
    longest = 0;
  }, memoryEveryMs).unref();
}

interface Turn {
  /** By the clock. */
  readonly from: number;
  readonly to: number;
  /** Of the processor. */
  readonly ms: number;
  readonly requests: readonly string[];
}

const overlap = ({ startTime, duration }: PerformanceEntry, from: number, to: number) =>
  Math.max(0, Math.min(to, startTime + duration) - Math.max(from, startTime));

const describe = ({ method, url, headers }: IncomingMessage) =>
  `${method} ${url?.slice(0, 160)} (${headers['content-length'] ?? 0} bytes)`;

function exchangeOf(message: unknown): [IncomingMessage?, ServerResponse?] {
  if (typeof message !== 'object' || message === null || !('request' in message && 'response' in message))
    return [];
  const { request, response } = message;
  return request instanceof IncomingMessage && response instanceof ServerResponse ? [request, response] : [];
}
