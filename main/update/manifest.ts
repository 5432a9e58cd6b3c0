import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import * as v from 'valibot';
import { UpdateFailure } from './update-failure.ts';
import { isVersion } from './version-order.ts';

/** One name everywhere: beside the packages on a mirror and beside a package on a stick. */
export const manifestName = 'offprint-update.json';
export const maximumManifestBytes = 512 * 1024;

/** Put before what is signed, so that the key's signature under anything else can never pass for a release. */
const purpose = 'Offprint release manifest, format 1\n';

const fileName = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,150}$/u));
const releaseFile = v.object({
  /** Relative to the manifest's own place; never a path. */
  name: fileName,
  bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(2 ** 31)),
  /** Base64. */
  sha512: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{86}==$/u)),
  platform: v.picklist(['linux', 'darwin', 'win32']),
  arch: v.picklist(['x64', 'arm64', 'universal']),
  kind: v.picklist(['nsis', 'appimage', 'mac', 'dmg', 'deb', 'rpm', 'folder']),
});
const note = v.exactOptional(v.pipe(v.string(), v.maxLength(20_000)));
const manifestSchema = v.object({
  format: v.literal(1),
  version: v.pipe(v.string(), v.check(isVersion)),
  /** Grows by at least one with every manifest that is signed, also where the version stays: older ones are not believed again. */
  sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  issuedAt: v.pipe(v.string(), v.isoTimestamp()),
  /** Where releases can be had from now on, best first; asked besides the places that are built in. */
  mirrors: v.exactOptional(
    v.pipe(v.array(v.pipe(v.string(), v.regex(/^https?:\/\//u), v.maxLength(1_000))), v.maxLength(20)),
    [],
  ),
  notes: v.object({ en: note, 'zh-Hans': note, 'zh-Hant': note }),
  files: v.pipe(v.array(releaseFile), v.minLength(1), v.maxLength(100)),
});
const envelopeSchema = v.object({
  signed: v.string(),
  signatures: v.pipe(v.array(v.object({ key: v.string(), signature: v.string() })), v.minLength(1), v.maxLength(10)),
});

export type ReleaseFile = v.InferOutput<typeof releaseFile>;
export interface Manifest extends v.InferOutput<typeof manifestSchema> {
  /** Of what was signed: two manifests of one sequence number are told apart by it. Hexadecimal. */
  readonly digest: string;
}

/** What is signed under a manifest's text; for whoever signs and whoever verifies. */
function signedBytes(text: string): Buffer {
  return Buffer.from(purpose + text, 'utf8');
}

/**
 * Believes nothing before a key of `trustedKeys` (ed25519, SubjectPublicKeyInfo in base64) has signed it. Throws 'bad-response'
 * for what is no manifest at all, 'update-unsigned' for one that nobody who is trusted has signed.
 */
export function readManifest(bytes: Uint8Array, trustedKeys: readonly string[]): Manifest {
  const envelope = v.safeParse(envelopeSchema, parseJson(Buffer.from(bytes).toString('utf8')));
  if (!envelope.success) throw new UpdateFailure('bad-response', 'this is no manifest of a release');
  const { signed, signatures } = envelope.output;
  const message = signedBytes(signed);
  const keys = trustedKeys.map(asKey);
  const isTrusted = signatures.some(({ signature }) =>
    keys.some((key) => verify(null, message, key, Buffer.from(signature, 'base64'))),
  );
  if (!isTrusted) throw new UpdateFailure('update-unsigned', 'the manifest is not signed by a key that this Offprint trusts');
  const manifest = v.safeParse(manifestSchema, parseJson(signed));
  // Signed and not understood: written for a later Offprint.
  if (!manifest.success)
    throw new UpdateFailure('update-not-for-this', `the manifest is of a kind that this Offprint does not know`);
  return { ...manifest.output, digest: createHash('sha256').update(message).digest('hex') };
}

function asKey(base64: string): KeyObject {
  return createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
