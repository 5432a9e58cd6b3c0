import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface KeyPair {
  readonly key: Buffer;
  readonly cert: Buffer;
}

export interface Authority {
  /** The file of certificates to be trusted. */
  readonly file: string;
  /** `names` as OpenSSL writes them: `DNS:news.example,IP:127.0.0.1`. */
  issue(names: string, options?: { readonly isExpired?: boolean }): KeyPair;
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** An authority that nobody trusts unless told to, in a folder of its own. */
export function createAuthority(folder: string): Authority {
  mkdirSync(folder, { recursive: true });
  const openssl = (...words: readonly string[]): void => void execFileSync('openssl', words, { cwd: folder, stdio: 'ignore' });
  openssl('req', '-x509', ...newKey, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=Authority of a test');
  let issued = 0;
  return {
    file: join(folder, 'ca.pem'),
    issue(names, { isExpired = false } = {}) {
      const [name, days] = [`issued-${issued++}`, isExpired ? '-1' : '2'];
      writeFileSync(join(folder, `${name}.names`), `subjectAltName=${names}`);
      openssl('req', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.request`, '-subj', '/CN=Server of a test');
      const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', days, '-extfile', `${name}.names`];
      openssl('x509', '-req', '-in', `${name}.request`, ...signing, '-out', `${name}.pem`);
      return { key: readFileSync(join(folder, `${name}.key`)), cert: readFileSync(join(folder, `${name}.pem`)) };
    },
  };
}
