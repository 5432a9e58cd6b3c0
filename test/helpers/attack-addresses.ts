import { type Attack, attack, filled, inTurn, pairs } from './attack.ts';
import { asEntities } from './attack-events.ts';

type Carrier = (address: string) => string;

/** Where an address is followed by a reader, or loaded as a document. */
const followed: readonly Carrier[] = [
  (address) => `<a href="${address}">a</a>`,
  (address) => `<a href='${address}'>a</a>`,
  (address) => `<a href=${address}>a</a>`,
  (address) => `<ok href="${address}">a</ok>`,
  (address) => `<span href="${address}">a</span>`,
  (address) => `<svg><a xlink:href="${address}"><text>a</text></a></svg>`,
  (address) => `<svg><a><animate attributeName=href values="${address}" /><text>a</text></a></svg>`,
  (address) => `<svg><a><set attributeName=href to="${address}" /><text>a</text></a></svg>`,
  (address) => `<math href="${address}"><mtext>a</mtext></math>`,
  (address) => `<math><maction actiontype="statusline" xlink:href="${address}">a</maction></math>`,
  (address) => `<map name=m><area shape=default href="${address}"></map><img usemap=#m>`,
  (address) => `<form action="${address}"><button>a</button></form>`,
  (address) => `<form><button formaction="${address}">a</button></form>`,
  (address) => `<form><input type=submit formaction="${address}"></form>`,
  (address) => `<iframe src="${address}"></iframe>`,
  (address) => `<object data="${address}"></object>`,
  (address) => `<embed src="${address}">`,
  (address) => `<frameset><frame src="${address}"></frameset>`,
  (address) => `<meta http-equiv=refresh content="0; url=${address}">`,
  (address) => `<base href="${address}"><a href=b>a</a>`,
  (address) => `<link rel=stylesheet href="${address}">`,
  (address) => `<a href="${address}"><img src=a.png alt=a></a>`,
  (address) => `<table><tr><td><a href="${address}">a</table>`,
  (address) => `<blockquote cite="${address}">a</blockquote><q cite="${address}">b</q>`,
];

/** Where an address is loaded with the page. */
const loaded: readonly Carrier[] = [
  (address) => `<img src="${address}">`,
  (address) => `<img srcset="${address} 2x" src="${address}">`,
  (address) => `<img data-src="${address}" src="${address}">`,
  (address) => `<picture><source srcset="${address}"><img></picture>`,
  (address) => `<image src="${address}">`,
  (address) => `<input type=image src="${address}">`,
  (address) => `<body background="${address}">`,
  (address) => `<table background="${address}"><tr><td>a</table>`,
  (address) => `<video src="${address}" poster="${address}"></video>`,
  (address) => `<audio src="${address}" preload=auto></audio>`,
  (address) => `<video><source src="${address}"></video>`,
  (address) => `<script src="${address}"></script>`,
  (address) => `<link rel=stylesheet href="${address}">`,
  (address) => `<link rel="preload" as=image href="${address}">`,
  (address) => `<iframe src="${address}"></iframe>`,
  (address) => `<object data="${address}"></object>`,
  (address) => `<embed src="${address}">`,
  (address) => `<svg><image href="${address}" width=9 height=9 /></svg>`,
  (address) => `<svg><image xlink:href="${address}" width=9 height=9 /></svg>`,
  (address) => `<p style="background:url('${address}')">a`,
  (address) => `<ul style="list-style-image:url(${address})"><li>a</ul>`,
  (address) => `<style>p{background:url("${address}")}</style><p>a`,
];

const cut = (call: string, at: number, piece: string): string =>
  `${'javascript'.slice(0, at)}${piece}${'javascript'.slice(at)}:${call}`;

/** Ways to write `javascript:` so that a reader of text does not see it. Not all of them run anywhere; none may get through. */
const obfuscations: readonly ((call: string) => string)[] = [
  (call) => `javascript:${call}`,
  (call) => `JaVaScRiPt:${call}`,
  (call) => `  \t javascript:${call}`,
  (call) => `\n\njavascript:${call}`,
  (call) => cut(call, 4, '\t'),
  (call) => cut(call, 4, '\n'),
  (call) => cut(call, 1, '&#x09;'),
  (call) => cut(call, 4, '&#10;'),
  (call) => cut(call, 9, '&#13;'),
  (call) => cut(call, 3, '&Tab;'),
  (call) => cut(call, 10, '&NewLine;'),
  (call) => cut(call, 10, '\t\n\r'),
  (call) => `javascript&colon;${call}`,
  (call) => `javascript&#58;${call}`,
  (call) => `javascript&#x0003a;${call}`,
  (call) => `javascript&#58${call}`,
  (call) => `&#1;javascript:${call}`,
  (call) => `&#x1f; &#x10;javascript:${call}`,
  (call) => `\u0001\u0002javascript:${call}`,
  (call) => `\u0000javascript:${call}`,
  (call) => cut(call, 4, '\u0000'),
  (call) => `\ufeffjavascript:${call}`,
  (call) => `\u00a0\u3000\u2003javascript:${call}`,
  (call) => cut(call, 4, '\u200b'),
  (call) => cut(call, 4, '\u00ad'),
  (call) => cut(call, 4, '\u202e'),
  (call) => asEntities(`javascript:${call}`),
  (call) => asEntities('javascript:').replaceAll(';', '') + call,
  (call) => asEntities('javascript:').replaceAll('&#', '&#0000') + call,
  (call) => `${asEntities('javascript').replaceAll('&', '&amp;')}:${call}`,
  (call) => `%6a%61%76ascript:${call}`,
  (call) => `javascript%3a${call}`,
  (call) => `javascript:%78${call.slice(1).replace('(', '%28').replace(')', '%29')}`,
  (call) => `javascript://e.example/%0a${call}`,
  (call) => `javascript:/*--></title></style></textarea></script>*/${call}`,
  (call) => `javascript:void(0);${call}`,
  (call) => `view-source:javascript:${call}`,
  (call) => `feed:javascript:${call}`,
  (call) => `jar:javascript:${call}!/a`,
  (call) => `page:javascript:${call}`,
  (call) => `page:page:javascript:${call}`,
  (call) => `#javascript:${call}`,
  (call) => `\uff4aavascript:${call}`,
  (call) => `java\u017fcript:${call}`,
  (call) => `j&zwj;avascript:${call}`,
  (call) => `https:javascript:${call}`,
  (call) => `//javascript:${call}`,
  (call) => `./javascript:${call}`,
];

/** Addresses of other schemes; `x()` and `e.example` as elsewhere. */
const otherSchemes: readonly string[] = [
  'data:text/html,<script>x()</script>',
  'data:text/html;charset=utf-8,%3Cscript%3Ex()%3C/script%3E',
  'DATA:text/html,<script>x()</script>',
  'da&#9;ta:text/html,<script>x()</script>',
  'data:application/xhtml+xml,<html xmlns=&quot;http://www.w3.org/1999/xhtml&quot;><script>x()</script></html>',
  'data:image/svg+xml,<svg xmlns=&quot;http://www.w3.org/2000/svg&quot; onload=&quot;x()&quot;/>',
  'data:,x()',
  'vbscript:x()',
  'livescript:x()',
  'mocha:x()',
  'file:///etc/passwd',
  'blob:https://e.example/1',
  'filesystem:https://e.example/temporary/a',
  'ftp://e.example/a',
  'ws://e.example/a',
  'about:blank',
  'about:srcdoc',
  'chrome://version',
  'devtools://devtools/bundled/inspector.html',
  'offprint-article://library/a',
  'offprint-article://link/amF2YXNjcmlwdDp4KCk',
  'offprint-app://window/index.html',
  'intent://e.example/#Intent;scheme=http;end',
  'ms-settings:about',
  'tel:+1',
  'mailto:a@e.example?bcc=b%0d%0aX: y',
  String.raw`\\e.example\share`,
  String.raw`/\e.example/a`,
  'http://e.example:99999/a',
  'http://a@b@e.example/a',
  'http://e.example/<script>x()</script>',
];

const webAddresses: readonly string[] = [
  '//e.example/a.png',
  'http://e.example/a.png',
  'HTTP://e.example/a.png',
  'ht&#10;tp://e.example/a.png',
  String.raw`http:\\e.example\a.png`,
  String.raw`\\e.example/a.png`,
  '&#x2f;&#x2f;e.example/a.png',
  '///e.example/a.png',
  'http:e.example/a.png',
  'https://e.example/a.png',
  'a.png',
  '../a/b.png',
];

export const addressAttacks: readonly Attack[] = [
  ...pairs(followed.slice(0, 8), obfuscations).map(([carry, hide]) => run(carry, hide)),
  ...inTurn(obfuscations, followed.slice(8)).map(([hide, carry]) => run(carry, hide)),
  ...inTurn(obfuscations, followed.slice(8), 7).map(([hide, carry]) => run(carry, hide)),
  ...followed.slice(8).map((carry) => attack('addresses that run', (call) => carry(`javascript:${call}`))),
  ...inTurn(obfuscations, loaded).map(([hide, carry]) => run(carry, hide)),
  ...pairs(followed.slice(0, 1), otherSchemes).map(([carry, address]) => carried('other schemes', carry, address)),
  ...inTurn(otherSchemes, followed, 13).map(([address, carry]) => carried('other schemes', carry, address)),
  ...inTurn(otherSchemes, loaded, 5).map(([address, carry]) => carried('other schemes', carry, address)),
  ...pairs(loaded, webAddresses).map(([carry, address]) => carried('addresses that are asked', carry, address)),
];

function run(carry: Carrier, hide: (call: string) => string): Attack {
  return attack('addresses that run', (call, host) => filled(carry(hide(call)))(call, host));
}

function carried(kind: string, carry: Carrier, address: string): Attack {
  return attack(kind, (call, host) => carry(filled(address)(call, host)));
}
