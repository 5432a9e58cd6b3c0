import { expect, it } from 'vitest';
import type { Capabilities } from '#main/source/git/capabilities.ts';
import { fetchPack } from '#main/source/git/fetch-command.ts';
import { textPacket } from '#main/source/git/pkt-line.ts';
import type { HttpClient } from '#main/source/http/http-client.ts';
import { failureOf } from './read-source.ts';

const capabilities: Capabilities = {
  base: 'https://git.example.org/news.git',
  hashName: 'sha1',
  canFilter: true,
  canTellUnborn: true,
  oldServer: null,
};

/** The code of what reading the pack ends in, where a server answers a request for it so. */
async function codeOf(...pieces: readonly string[]): Promise<string> {
  const client: HttpClient = {
    request: ({ url }) =>
      Promise.resolve({
        url,
        contentType: 'application/x-git-upload-pack-result',
        body: (async function* () {
          yield* pieces.map((piece) => Buffer.from(piece, 'latin1'));
        })(),
        discard: () => undefined,
      }),
    close: () => undefined,
  };
  const request = { wants: ['1'.repeat(40)], have: null, isCommitWanted: true, isWithoutFiles: true };
  const reading = async (): Promise<void> => {
    const bytes = await fetchPack(client, capabilities, request, new AbortController().signal);
    for await (const piece of bytes) expect(piece).toBeInstanceOf(Buffer);
  };
  return (await failureOf(reading())).code;
}

const packfile = textPacket('packfile');

it.each([
  ['a length that is none', [packfile, '000a\u0001PACK\u0000', 'z123']],
  ['an impossible length', [packfile, '0003']],
  ['a band that there is not', [packfile, '0006\u00077']],
])('within a pack, %s is damage of the transfer', async (_what, pieces) => {
  expect(await codeOf(...pieces)).toBe('damaged-transfer');
});

it('before a pack it is a server that does not speak Git', async () => {
  expect(await codeOf('<html>Please sign in')).toBe('bad-response');
  expect(await codeOf(textPacket('ERR no such object'))).toBe('bad-response');
});

it('what the server itself says of its end stays what it is', async () => {
  expect(await codeOf(packfile, '000d\u0003too busy')).toBe('server-failed');
});
