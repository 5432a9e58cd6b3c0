import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../read-source.ts';
import { pagesVia, settingWith, useNetworkBed } from './network-bed.ts';

const bed = useNetworkBed();
const direct = { kind: 'none' } as const;

describe('a file of certificates', () => {
  it('makes an authority trusted that nobody else trusts', async () => {
    const { port } = await bed.open(bed.authority.issue('IP:127.0.0.1'));
    const origin = `https://127.0.0.1:${port}/archive.git`;
    expect(await pagesVia(settingWith(direct, bed.authority.file), origin)).toEqual(['# The page']);
    expect(await failureOf(pagesVia(settingWith(direct), origin))).toMatchObject({
      code: 'tls-failed',
      details: { reason: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
    });
  });

  it('may hold other things around the certificates, and several of them', async () => {
    const { port } = await bed.open(bed.authority.issue('IP:127.0.0.1'));
    const file = join(bed.folder, 'several.pem');
    const { cert } = bed.authority.issue('DNS:other.example');
    const { readFileSync } = await import('node:fs');
    writeFileSync(file, `Our certificates\r\n${cert.toString()}\n# the second\n${readFileSync(bed.authority.file, 'utf8')}`);
    expect(await pagesVia(settingWith(direct, file), `https://127.0.0.1:${port}/archive.git`)).toEqual(['# The page']);
  });

  it('does not make an expired certificate good, nor one for another name', async () => {
    const set = settingWith(direct, bed.authority.file);
    const expired = await bed.open(bed.authority.issue('IP:127.0.0.1', { isExpired: true }));
    expect(await failureOf(pagesVia(set, `https://127.0.0.1:${expired.port}/archive.git`))).toMatchObject({
      code: 'tls-failed',
      details: { reason: 'CERT_HAS_EXPIRED' },
    });
    const other = await bed.open(bed.authority.issue('DNS:other.example'));
    expect(await failureOf(pagesVia(set, `https://127.0.0.1:${other.port}/archive.git`))).toMatchObject({
      code: 'tls-failed',
      details: { reason: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    });
  });

  it.each([
    ['is not there', null, 'ENOENT'],
    ['holds none', 'a shopping list', 'no-certificate'],
    ['is damaged', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n', 'damaged'],
  ])('that %s is a failure before anything is sent', async (_what, content, reason) => {
    const door = await bed.open();
    const file = join(bed.folder, `${reason}.pem`);
    if (content !== null) writeFileSync(file, content);
    const failure = await failureOf(pagesVia(settingWith(direct, file), `http://127.0.0.1:${door.port}/archive.git`));
    expect(failure).toMatchObject({ code: 'certificate-file-unusable', details: { name: `${reason}.pem`, reason } });
    expect(door.connections).toBe(0);
  });
});
