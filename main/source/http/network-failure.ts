import { SourceFailure, type SourceFailureCode } from '../source.ts';

const codesByError: Readonly<Record<string, SourceFailureCode>> = {
  ENOTFOUND: 'host-not-found',
  EAI_AGAIN: 'host-not-found',
  EAI_NODATA: 'host-not-found',
  ETIMEDOUT: 'timed-out',
  EPROTO: 'tls-failed',
  HOSTNAME_MISMATCH: 'tls-failed',
  INVALID_CA: 'tls-failed',
  Z_DATA_ERROR: 'damaged-transfer',
  Z_BUF_ERROR: 'damaged-transfer',
};
const tlsError = /^(ERR_TLS|ERR_SSL|CERT_|CRL_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO)/;
const httpSyntaxError = /^(HPE_|ERR_HTTP)/;

function codeOf(errorCode: string): SourceFailureCode {
  const known = codesByError[errorCode];
  if (known !== undefined) return known;
  if (tlsError.test(errorCode)) return 'tls-failed';
  return httpSyntaxError.test(errorCode) ? 'bad-response' : 'connection-failed';
}

/** What Node reports about a socket or a stream, as a failure of ours. The message names the host and never the URL. */
export function networkFailure(error: unknown, host: string): SourceFailure {
  if (error instanceof SourceFailure) return error;
  const errorCode = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
  return new SourceFailure(codeOf(errorCode), `the connection to ${host} failed (${errorCode})`, { host, reason: errorCode });
}
