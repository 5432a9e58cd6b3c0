/** What stands in the place of what was left out, in the reader's language. */
export interface RedactedWords {
  readonly address: string;
  readonly path: string;
  readonly host: string;
  readonly name: string;
}

const addresses = /\b[a-z][a-z\d+.-]*:\/\/[^\s"'“”「」<>]+/giu;
const mailAddresses = /[^\s"'“”「」<>@/\\:]+@[\p{L}\p{N}.-]+/gu;
const scpAddresses = /[\w.-]+@[\p{L}\p{N}.-]+:[^\s"'“”「」]+/gu;
/** The rest of a path that holds spaces cannot be told from the words around it, except within quotation marks. */
const quotedPaths = /(?<=["'“「])(?:~|[a-z]:)?[/\\][^"'“”「」]*(?=["'”」])/giu;
const windowsPaths = /(?:\b[a-z]:[\\/]|\\\\)[^\s"'“”「」，。；]+/giu;
const paths = /(?<![\p{L}\p{N}/<])(?:~|\.{1,2})?\/[^\s"'“”「」，。；]+/gu;
const queries = /\?[\w.%-]+=[^\s"'“”「」]*/gu;
const addresses4 = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?(?![\d.])/gu;
/** Two colons in a row or at least four groups: a time of day is no address. */
const addresses6 =
  /\[[\da-f.:]*:[^\]\s]*\](?::\d+)?|(?<![\da-f:])(?=[\da-f:]*::|(?:[\da-f]{1,4}:){4})[\da-f:]*:[\da-f:.]*[\da-f](?:%\w+)?/giu;
const hosts =
  /(?<![\p{L}\p{N}.-])(?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?\.)+(?:\p{L}{2,}|xn--[\da-z-]+)(?::\d+)?(?![\p{L}\p{N}])/gu;
const localHosts = /\blocalhost(?::\d+)?/giu;

/** Nothing that people write is so long without a space; the patterns below take a word's length squared. */
const endlessWords = /\S{1000,}/gu;
const shortened = (word: string): string => `${word.slice(0, 999)}…`;

/**
 * A text fit to be shown to others: without addresses, paths, queries, hosts and user names. `secrets` are texts known to name
 * one of them, which nothing else would tell (a host of one word, an archive's name); the longest goes first.
 */
export function redactText(text: string, secrets: readonly string[], words: RedactedWords): string {
  const known = secrets.filter((secret) => secret.trim().length > 1).toSorted((a, b) => b.length - a.length);
  const withoutAddresses = text
    .replaceAll(endlessWords, shortened)
    .replaceAll(addresses, words.address)
    .replaceAll(scpAddresses, words.address)
    .replaceAll(quotedPaths, words.path)
    .replaceAll(mailAddresses, words.name);
  const withoutKnown = known.reduce((rest, secret) => rest.replaceAll(secret, words.name), withoutAddresses);
  return withoutKnown
    .replaceAll(windowsPaths, words.path)
    .replaceAll(paths, words.path)
    .replaceAll(queries, '')
    .replaceAll(addresses6, words.host)
    .replaceAll(addresses4, words.host)
    .replaceAll(localHosts, words.host)
    .replaceAll(hosts, words.host);
}
