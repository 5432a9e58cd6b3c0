import { describe, it } from 'vitest';
import { useFaultBed } from './fault-bed.ts';
import { type Fault, proveFault } from './prove-fault.ts';

const bed = useFaultBed();
const host = '127.0.0.1';

/** `faults`: see `GitServer.urlOf`. Pages begin behind the first 4,000 bytes of packs, trees before. */
const table: readonly (Fault & { readonly faults: string })[] = [
  ...[301, 302, 307, 308].map((status) => ({
    name: `redirects in a circle (${status})`,
    faults: `loop=${status}/`,
    code: 'bad-response' as const,
    details: { host },
    isBeforeNews: true,
    mostRequests: 6,
  })),
  { name: '401', faults: 'status=401/', code: 'origin-needs-login', details: { host }, isBeforeNews: true, mostRequests: 1 },
  { name: '403', faults: 'status=403/', code: 'origin-forbidden', details: { host }, isBeforeNews: true, mostRequests: 1 },
  { name: '404', faults: 'status=404/', code: 'origin-not-found', details: { host }, isBeforeNews: true, mostRequests: 1 },
  {
    name: '429 with Retry-After',
    faults: 'status=429/',
    code: 'too-many-requests',
    details: { host, retryAfterSeconds: 7 },
    isBeforeNews: true,
    mostRequests: 1,
  },
  {
    name: '500',
    faults: 'status=500/',
    code: 'server-failed',
    details: { host, status: 500 },
    isBeforeNews: true,
    mostRequests: 1,
  },
  {
    name: 'a sign-in page in place of the host',
    faults: 'html=200/',
    code: 'not-a-repository',
    isBeforeNews: true,
    mostRequests: 1,
  },
  { name: 'a sign-in page from the middle on', faults: 'page=1/', code: 'bad-response', details: { host }, isBeforeNews: true },
  {
    name: 'a small answer that unfolds to a huge one',
    faults: 'bomb=1/',
    code: 'too-large',
    isBeforeNews: true,
    extraBytes: 60_000,
  },
  { name: 'silence after the connection', faults: 'delay=60000/', code: 'timed-out', details: { host }, isBeforeNews: true },
  { name: 'silence among the trees', faults: 'hang=500/', code: 'timed-out', details: { host }, isBeforeNews: true },
  { name: 'silence among the pages', faults: 'hang=30000/', code: 'timed-out', details: { host }, isBeforeNews: false },
  { name: 'byte by byte for ever', faults: 'drip=500/', code: 'timed-out', details: { host }, isBeforeNews: true },
  {
    name: 'byte by byte for ever, among the pages',
    faults: 'drip=30000/',
    code: 'timed-out',
    details: { host },
    isBeforeNews: false,
  },
  { name: 'a reset among the trees', faults: 'cut=500/', code: 'connection-failed', details: { host }, isBeforeNews: true },
  { name: 'a reset among the pages', faults: 'cut=30000/', code: 'connection-failed', details: { host }, isBeforeNews: false },
  { name: 'a pack that ends too early, among the trees', faults: 'end=500/', code: 'damaged-transfer', isBeforeNews: true },
  { name: 'a pack that ends too early, among the pages', faults: 'end=30000/', code: 'damaged-transfer', isBeforeNews: false },
  { name: 'a flipped bit among the trees', faults: 'flip=500/', code: 'damaged-transfer', isBeforeNews: true },
  { name: 'a flipped bit among the pages', faults: 'flip=30001/', code: 'damaged-transfer', isBeforeNews: false },
];

describe('a sync of an old library meets a fault of the server', () => {
  it.each(table)('$name', async ({ faults, ...fault }) => {
    const stallTimeoutMs = /hang|drip|delay/.test(faults) ? 250 : 10_000;
    await proveFault(bed, fault, bed.server.urlOf(bed.repositoryName, faults), { stallTimeoutMs });
  });
});
