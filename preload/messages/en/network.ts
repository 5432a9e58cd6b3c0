import { createForms } from '../forms.ts';

const { number } = createForms('en');

/** Words for how the network is reached, and for the test of it. */
export const network = {
  open: 'Network…',
  title: 'Network',
  intro:
    'One setting for everything that Offprint fetches: archives and their pictures. A proxy that is set is never gone around.',
  proxy: 'Proxy',
  kinds: {
    system: 'As the system says',
    none: 'No proxy',
    http: 'HTTP proxy',
    https: 'HTTPS proxy (the way to it is encrypted)',
    socks5: 'SOCKS5 proxy',
    pac: 'Script that chooses (PAC)',
  },
  host: 'Host',
  port: 'Port',
  username: 'User name, if it asks for one',
  password: 'Password',
  namesHint: 'Names of servers are looked up by the proxy, never by this computer.',
  encrypted: 'The password is kept encrypted, with the keychain of this system.',
  notEncrypted: 'This system has no keychain that can be used: the password is kept unencrypted in the folder of the library.',
  script: 'Address of the script',
  scriptHint: 'Begins with https:, http: or file:. It is fetched, without a proxy, only when something else is to be fetched.',
  caFile: 'Additional certificates',
  caFileHint:
    'A PEM file, for networks that sign connections with a certificate of their own. It is trusted for all connections.',
  noCaFile: 'None',
  choose: 'Choose file…',
  forget: 'Leave out',
  origin: 'Address to test with',
  test: 'Test',
  stopTest: 'Stop the test',
  stages: {
    proxy: 'Proxy',
    name: 'Name of the server',
    connect: 'Connection',
    tls: 'Encryption',
    host: 'Server',
    archive: 'Archive',
  },
  states: {
    passed: 'works',
    failed: 'failed',
    running: 'being tested',
    unneeded: 'not needed',
    waiting: 'not tested',
  },
  allWell: (milliseconds: number) => `Everything works (${number(milliseconds / 1000)} s).`,
  passed: (stage: string) => `${stage}: works`,
  failed: (stage: string) => `${stage}: failed`,
  save: 'Save',
  cancel: 'Cancel',
  missing: {
    host: 'Enter the host of the proxy.',
    port: 'Enter the port of the proxy, a number from 1 to 65535.',
    script: 'Enter the address of the script.',
    origin: 'Enter an address to test with.',
  },
};
