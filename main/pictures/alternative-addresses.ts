/**
 * Other addresses of the same picture, tried once each when its own fails for good: with the other of `http` and `https`, then
 * through each of the reader's templates, such as `https://proxy.example/?url={url}` ({url} is the address, escaped).
 */
export function alternativeAddresses(url: string, templates: readonly string[]): string[] {
  const swapped = url.startsWith('https:') ? url.replace('https:', 'http:') : url.replace('http:', 'https:');
  // A port of its own speaks one of the two protocols.
  const own = new URL(url).port === '' ? [swapped] : [];
  const through = templates.map((template) => template.replaceAll('{url}', () => encodeURIComponent(url)));
  return [...own, ...through.filter(isTemplateAddress)];
}

function isTemplateAddress(address: string): boolean {
  return /^https?:\/\//iu.test(address) && URL.canParse(address);
}
