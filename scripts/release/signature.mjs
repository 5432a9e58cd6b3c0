import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';

/** The application puts the same line before what it verifies. */
const purpose = 'Offprint release manifest, format 1\n';

/** @returns {{ privateKey: string, publicKey: string }} the private one as PEM, the public one as the application holds it */
export function makeKeyPair() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  };
}

/**
 * Signs with each key: while one key gives way to another, both sign, and every Offprint knows one of them.
 * @param {object} manifest
 * @param {readonly string[]} privateKeys PEM
 */
export function signManifest(manifest, privateKeys) {
  const signed = JSON.stringify(manifest);
  const signatures = privateKeys.map((pem) => {
    const key = createPrivateKey(pem);
    return { key: keyId(publicHalf(pem)), signature: sign(null, Buffer.from(purpose + signed), key).toString('base64') };
  });
  return `${JSON.stringify({ signed, signatures }, null, 2)}\n`;
}

/**
 * The manifest in a signed text; undefined where none of the keys has signed it.
 * @param {string} text
 * @param {readonly string[]} publicKeys
 * @returns {{ version: string, sequence: number, files: { name: string, bytes: number, sha512: string }[] } | undefined}
 */
export function readSigned(text, publicKeys) {
  const { signed, signatures } = JSON.parse(text);
  const keys = publicKeys.map((key) => createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' }));
  const isSigned = signatures.some((/** @type {{ signature: string }} */ { signature }) =>
    keys.some((key) => verify(null, Buffer.from(purpose + signed), key, Buffer.from(signature, 'base64'))),
  );
  return isSigned ? JSON.parse(signed) : undefined;
}

/** @param {string} pem */
function publicHalf(pem) {
  return createPublicKey(pem).export({ format: 'der', type: 'spki' }).toString('base64');
}

/** @param {string} publicKey */
export function keyId(publicKey) {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16);
}
