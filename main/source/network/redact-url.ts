const address = /\b[a-z][a-z\d+.-]*:[/\\]{2}\S+/gi;
const userInfo = /^(?<scheme>[^:]+:[/\\]{2})[^/\\?#]*@/;
const bareUserInfo = /(?<![\w:/@.-])(?!mailto:)[\w.%+-]+:[^\s/@]+@(?=[\w[])/gi;
const secret =
  /(?<=[?&;](?:[\w-]*token|auth|key|api_?key|pass(?:word)?|pwd|secret|sig(?:nature)?|x-amz-(?:signature|credential))=)[^&;#\s]+/gi;

/**
 * An address fit to be shown, logged or passed on: without user name, password and the secrets that addresses carry behind
 * their `?`. Any text may be given; the addresses in it are treated, the rest stays.
 */
export function redactUrl(text: string): string {
  return text.replaceAll(address, redactAddress).replaceAll(bareUserInfo, '');
}

function redactAddress(text: string): string {
  const shown = text.replace(userInfo, '$<scheme>').replaceAll(secret, '…');
  // A password with a slash in it: no address, and where the password ends only the last `@` tells.
  return URL.canParse(text) ? shown : shown.replace(/^([^:]+:[/\\]{2}).*@/, '$1');
}
