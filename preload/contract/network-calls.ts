import * as v from 'valibot';
import { answering, nothing, place } from './call-definition.ts';
import type { KnownLogin } from './login-types.ts';
import type { NetworkState, NetworkTestResult } from './network-types.ts';

const proxyChoice = v.variant('kind', [
  v.strictObject({ kind: v.literal('system') }),
  v.strictObject({ kind: v.literal('none') }),
  v.strictObject({
    kind: v.picklist(['http', 'https', 'socks5']),
    host: v.pipe(v.string(), v.minLength(1), v.maxLength(253)),
    port: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(65_535)),
    username: v.exactOptional(v.pipe(v.string(), v.maxLength(255))),
    password: v.exactOptional(v.pipe(v.string(), v.maxLength(255))),
  }),
  v.strictObject({ kind: v.literal('pac'), url: place }),
]);
/** Scheme, host and port, as `URL.origin` writes them. */
const webOrigin = v.pipe(v.string(), v.maxLength(300), v.regex(/^https?:\/\/(?:[a-z\d._-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/u));
const networkSetting = v.strictObject({ proxy: proxyChoice, extraCaFile: v.nullable(place) });

/** How the network is reached, and what servers are told who ask who is there. */
export const networkCalls = {
  'network.read': answering<NetworkState>()(nothing),
  'network.change': answering<NetworkState>()(networkSetting),
  /** Tries a setting, kept or not, on the way to an archive's origin; asks for nothing but what a sync would ask first. */
  'network.test': answering<NetworkTestResult>()(v.strictObject({ setting: networkSetting, origin: place })),
  'network.chooseCaFile': answering<{ readonly path: string } | null>()(nothing),
  'logins.list': answering<readonly KnownLogin[]>()(nothing),
  /** Takes the place of what was known of the server. */
  'logins.keep': answering<KnownLogin>()(
    v.strictObject({
      origin: webOrigin,
      userName: v.pipe(v.string(), v.maxLength(255)),
      password: v.pipe(v.string(), v.maxLength(10_000)),
    }),
  ),
  'logins.forget': answering<null>()(v.strictObject({ origin: webOrigin })),
} as const;
