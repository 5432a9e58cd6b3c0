import { decodePart } from '../decode-part.ts';
import type { Credentials } from '../http/http-client.ts';

/** Takes user name and password out of an address, so that no message can show them. */
export function splitCredentials(address: string): { readonly url: string; readonly credentials: Credentials | null } {
  const url = new URL(address);
  const { host } = url;
  const userName = decodePart(url.username);
  const password = decodePart(url.password);
  url.username = '';
  url.password = '';
  const credentials = userName === '' && password === '' ? null : { host, userName, password };
  return { url: url.href.replace(/\/+$/, ''), credentials };
}
