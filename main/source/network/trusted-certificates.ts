import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import * as tls from 'node:tls';
import { SourceFailure } from '../source.ts';

const pemCertificate = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----.+?-----END (?:TRUSTED |X509 )?CERTIFICATE-----/gs;

/** Whom the runtime believes, and the certificates of a file besides. Throws 'certificate-file-unusable'. */
export async function trustWith(path: string): Promise<tls.SecureContext> {
  const extra = await readCertificates(path);
  try {
    return tls.createSecureContext({ ca: [...usualCertificates(), ...extra] });
  } catch {
    throw unusable(path, 'damaged');
  }
}

async function readCertificates(path: string): Promise<readonly string[]> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw unusable(path, error instanceof Error && 'code' in error ? String(error.code) : 'unreadable');
  });
  const found = bytes.toString('latin1').match(pemCertificate) ?? [];
  if (found.length === 0) throw unusable(path, 'no-certificate');
  try {
    return found.map((pem) => new X509Certificate(pem).toString());
  } catch {
    throw unusable(path, 'damaged');
  }
}

/** With `ca` set, Node believes nobody else: its usual certificates are named again. Newer versions can also tell added ones. */
function usualCertificates(): readonly string[] {
  const { getCACertificates } = tls as { readonly getCACertificates?: (type: 'default') => readonly string[] };
  return getCACertificates?.('default') ?? tls.rootCertificates;
}

function unusable(path: string, reason: string): SourceFailure {
  const name = basename(path);
  return new SourceFailure('certificate-file-unusable', `the file of certificates ${name} cannot be used (${reason})`, {
    name,
    reason,
  });
}
