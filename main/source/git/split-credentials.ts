import type { Credentials } from '../http/http-client.ts';

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Takes user name and password out of an address, so that no message can show them. */
export function splitCredentials(address: string): { readonly url: string; readonly credentials: Credentials | null } {
  const url = new URL(address);
  const { host } = url;
  const userName = decoded(url.username);
  const password = decoded(url.password);
  url.username = '';
  url.password = '';
  const credentials = userName === '' && password === '' ? null : { host, userName, password };
  return { url: url.href.replace(/\/+$/, ''), credentials };
}
