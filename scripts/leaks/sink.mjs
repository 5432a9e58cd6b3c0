import { execFileSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** The other end of the cable: see "the network of the leak tests" in `enter.mjs`. `sink.mjs LOG`, one JSON line an event. */
const logFile = process.argv[2] ?? '/dev/null';

/** @param {Readonly<Record<string, unknown>>} event */
const note = (event) => appendFileSync(logFile, `${JSON.stringify(event)}\n`);

/** @param {string} line */
const ip = (line) => execFileSync('ip', line.split(' '), { stdio: ['ignore', 'ignore', 'inherit'] });

const tcpPorts = [80, 443, 853, 3_478, 5_349, 8_080, 9_418, 19_302];
const udpPorts = [443, 3_478, 5_353, 19_302];
const typeA = 1;

function takeAddresses() {
  ip('link set lo up');
  ip('link set outside addrgenmode none');
  ip('addr add 10.99.0.1/30 dev outside');
  ip('link set outside up');
  ip('neigh replace 10.99.0.2 lladdr 02:00:00:00:00:01 nud permanent dev outside');
  ip('route add local 0.0.0.0/0 dev lo');
}

/**
 * Every name has an address; asked for anything else (IPv6, services), there is none.
 * @param {Buffer} query
 */
function answerTo(query) {
  let at = 12;
  const labels = [];
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  const end = at + 5;
  const isAddress = query.readUInt16BE(at + 1) === typeA;
  const header = Buffer.from(query.subarray(0, 12));
  header.writeUInt16BE(0x81_80, 2);
  header.writeUInt16BE(isAddress ? 1 : 0, 6);
  header.fill(0, 8);
  const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, 10, 98, 0, 1]);
  return { name: labels.join('.'), answer: Buffer.concat([header, query.subarray(12, end), ...(isAddress ? [record] : [])]) };
}

function answerNames() {
  const socket = createSocket('udp4');
  socket.on('message', (query, { address, port }) => {
    const { name, answer } = answerTo(query);
    note({ kind: 'name', name });
    socket.send(answer, port, address);
  });
  return new Promise((resolve) => socket.bind(53, '0.0.0.0', () => resolve(undefined)));
}

/** @param {number} port */
function takeDatagrams(port) {
  const socket = createSocket('udp4');
  socket.on('message', (bytes) => note({ kind: 'datagram', port, bytes: bytes.length }));
  return new Promise((resolve) => socket.bind(port, '0.0.0.0', () => resolve(undefined)));
}

/** @param {number} port */
function takeConnections(port) {
  const server = createServer((socket) => {
    note({ kind: 'connection', port });
    socket.on('error', () => socket.destroy());
    socket.once('data', (bytes) => {
      note({ kind: 'request', port, host: /^host: *(.+)$/im.exec(bytes.toString('latin1'))?.[1]?.trim() ?? null });
      socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
    });
  });
  return new Promise((resolve) => server.listen(port, '0.0.0.0', () => resolve(undefined)));
}

process.stdout.write('here\n');
process.stdin.once('data', () => {
  takeAddresses();
  void Promise.all([answerNames(), ...udpPorts.map(takeDatagrams), ...tcpPorts.map(takeConnections)]).then(() =>
    process.stdout.write('ready\n'),
  );
});
process.stdin.once('end', () => process.exit(0));
