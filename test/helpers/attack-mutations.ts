import { type Attack, attack, attacksFrom, inTurn, pairs } from './attack.ts';

type Wrap = (payload: string) => string;

/** What runs as soon as it is markup. */
const payloads: readonly string[] = [
  '<img src=a onerror=x()>',
  '<script>x()</script>',
  '<svg onload=x()>',
  '<svg><script>x()</script></svg>',
  '<a href=javascript:x()>a</a>',
  '<iframe srcdoc="<script>x()</script>"></iframe>',
  '<style>@import url(//e.example/a.css)</style>',
];

/** Markup that parsers read in two ways, or differently the second time. `>` is where the payload stands. */
const wraps: readonly Wrap[] = [
  (payload) => `<svg><foreignObject>${payload}</foreignObject></svg>`,
  (payload) => `<svg><desc>${payload}</desc></svg>`,
  (payload) => `<svg><title>${payload}</title></svg>`,
  (payload) => `<svg><style>${payload}</style></svg>`,
  (payload) => `<svg><style><!--</style>${payload}--></svg>`,
  (payload) => `<svg></p><style><a id="</style>${payload}">`,
  (payload) => `<svg><p><style><a title="</style>${payload}">`,
  (payload) => `<svg></br><style><a title="</style>${payload}">`,
  (payload) => `<svg><![CDATA[${payload}]]></svg>`,
  (payload) => `<svg><![CDATA[><p>]]>${payload}</svg>`,
  (payload) => `<svg><textarea><title></textarea>${payload}</svg>`,
  (payload) => `<svg><noscript><p title="</noscript>${payload}"></svg>`,
  (payload) => `<svg><font color=a>${payload}</svg>`,
  (payload) => `<svg><template><p>${payload}</template></svg>`,
  (payload) => `<math><mtext>${payload}</mtext></math>`,
  (payload) => `<math><mi>${payload}`,
  (payload) => `<math><annotation-xml encoding="text/html">${payload}</annotation-xml></math>`,
  (payload) => `<math><annotation-xml encoding="application/xhtml+xml"><svg>${payload}</annotation-xml></math>`,
  (payload) => `<math><annotation-xml>${payload}</annotation-xml></math>`,
  (payload) => `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;${escaped(payload)}">`,
  (payload) => `<math><mtext><table><mglyph><style><math><img title="</style>${escaped(payload)}">`,
  (payload) => `<math><mtext><mglyph><style><!--</style>${payload}--></style>`,
  (payload) => `<math><mtext><malignmark><style><a title="</style>${payload}">`,
  (payload) => `<form><math><mtext></form><form><mglyph><style></math>${payload}`,
  (payload) => `<form><p></form><form>${payload}</form></form>`,
  (payload) => `<math><mi><table><tr><td><mglyph><svg><mtext><style><path id="</style>${payload}">`,
  (payload) => `<svg><mtext><textarea><path id="</textarea>${payload}">`,
  (payload) => `<noscript><p title="</noscript>${payload}">`,
  (payload) => `<noscript>${payload}</noscript>`,
  (payload) => `<noframes><p title="</noframes>${payload}"></noframes>`,
  (payload) => `<noembed><p title="</noembed>${payload}"></noembed>`,
  (payload) => `<iframe><p title="</iframe>${payload}"></iframe>`,
  (payload) => `<xmp><p title="</xmp>${payload}"></xmp>`,
  (payload) => `<xmp>${payload}</xmp>`,
  (payload) => `<listing>&lt;${payload.slice(1)}</listing>`,
  (payload) => `<plaintext>${payload}`,
  (payload) => `<textarea><p title="</textarea>${payload}"></textarea>`,
  (payload) => `<title><p title="</title>${payload}"></title>`,
  (payload) => `<style><p title="</style>${payload}"></style>`,
  (payload) => `<script><p title="</script>${payload}"></script>`,
  (payload) => `<script type=text/plain><!--<script></script>${payload}--></script>${payload}`,
  (payload) => `<template>${payload}</template>`,
  (payload) => `<div><template shadowrootmode=open>${payload}</template></div>`,
  (payload) => `<template><table><template></table>${payload}</template>`,
  (payload) => `<select>${payload}</select>`,
  (payload) => `<select><option><style></select>${payload}</style></select>`,
  (payload) => `<select><template>${payload}</template></select>`,
  (payload) => `<select><keygen>${payload}</select>`,
  (payload) => `<select><input>${payload}</select>`,
  (payload) => `<select><math><mtext><svg>${payload}</select>`,
  (payload) => `<table>${payload}<tr><td>a</table>`,
  (payload) => `<table><tr>${payload}<td>a</table>`,
  (payload) => `<table><caption><svg><caption>${payload}</table>`,
  (payload) => `<table><colgroup>${payload}<tbody>${payload}</table>`,
  (payload) => `<table><td><table>${payload}</td></table></table>`,
  (payload) => `<a><table><a>${payload}</a></table></a>`,
  (payload) => `<b><p><i><table>${payload}</b></i></table>`,
  (payload) => `<p><button><p><button>${payload}`,
  (payload) => `<!-->${payload}-->`,
  (payload) => `<!--->${payload}-->`,
  (payload) => `<!-- --!>${payload} -->`,
  (payload) => `<!--<!-- -->${payload}-->`,
  (payload) => `<!a>${payload}`,
  (payload) => `<!DOCTYPE a [<!ENTITY b "${payload}">]>&b;`,
  (payload) => `<![CDATA[>${payload}]]>`,
  (payload) => `<?xml version="1.0"?>${payload}`,
  (payload) => `<?php ">${payload}?>`,
  (payload) => `</x ">${payload}`,
  (payload) => `<%${payload}%>`,
  (payload) => `<p title='${payload}'>a</p>`,
  (payload) => `<p title="&quot;>${payload}">a</p>`,
  (payload) => `<p "="">${payload}`,
  (payload) => `<p a="'>" b='">'>${payload}`,
  (payload) => `<p\u0000>${payload}`,
  (payload) => `<pre>\n\n${payload}</pre>`,
  (payload) => `<details><summary>${payload}</summary>${payload}</details>`,
  (payload) => `<ruby>a<rp>${payload}<rt>${payload}</ruby>`,
  (payload) => `<object><param>${payload}</object>`,
  (payload) => `<video>${payload}</video>`,
  (payload) => `<audio><source>${payload}</audio>`,
  (payload) => `<canvas>${payload}</canvas>`,
  (payload) => `<marquee>${payload}</marquee>`,
  (payload) => `<dialog open>${payload}</dialog>`,
  (payload) => `<frameset><noframes>${payload}</noframes></frameset>`,
  (payload) => `${'<div>'.repeat(300)}${payload}`,
  (payload) => `${'<b>'.repeat(600)}${payload}`,
  (payload) => `${'<table><tr><td>'.repeat(100)}${payload}`,
  (payload) => `<a href=#${'a'.repeat(5_000)} ${Array.from({ length: 60 }, (_unused, at) => `a${at}=1`).join(' ')}>${payload}`,
];

function escaped(payload: string): string {
  return payload.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Cascading style sheets: what they load, and what once ran in them. `%` is replaced by each of three places. */
const styles: readonly string[] = [
  'background:url(//e.example/a.png)',
  'background:u\\72l(//e.example/a.png)',
  'background:url(&quot;//e.example/a.png&quot;)',
  'background:/**/url(//e.example/a.png)',
  'background-image:image-set(url(//e.example/a.png) 1x)',
  'background:-webkit-image-set(url(//e.example/a.png) 1x)',
  '--a:url(//e.example/a.png);background:var(--a)',
  'list-style:url(//e.example/a.png);display:list-item',
  'cursor:url(//e.example/a.cur),auto',
  'border-image:url(//e.example/a.png) 1',
  'mask-image:url(//e.example/a.svg)',
  'clip-path:url(//e.example/a.svg#b)',
  'filter:url(//e.example/a.svg#b)',
  'shape-outside:url(//e.example/a.png);float:left',
  'content:url(//e.example/a.png)',
  'width:expression(x())',
  'behavior:url(//e.example/a.htc)',
  '-moz-binding:url(//e.example/a.xml#b)',
  'background:url(javascript:x())',
  'position:fixed;inset:0;z-index:9999;opacity:0',
];

const sheets: readonly string[] = [
  '@import "//e.example/a.css";',
  '@import url(//e.example/a.css) screen;',
  '@\\69mport "//e.example/a.css";',
  '<!-- @import "//e.example/a.css"; -->',
  '@charset "utf-7";@import "//e.example/a.css";',
  '@font-face{font-family:a;src:url(//e.example/a.woff2)}p{font-family:a}',
  '@namespace a url(//e.example);@media all{p{background:url(//e.example/a.png)}}',
  'p::before{content:url(//e.example/a.png)}',
  'a[href^="h"]{background:url(//e.example/a.png)}',
  '@property --a{syntax:"<url>";inherits:false;initial-value:url(//e.example/a.png)}',
  'p{color:red}</style><img src=a onerror=x()><style>',
];

export const mutationAttacks: readonly Attack[] = [
  ...pairs(wraps, payloads.slice(0, 3)).map(([wrap, payload]) => wrapped(wrap, payload)),
  ...inTurn(wraps, payloads.slice(3)).map(([wrap, payload]) => wrapped(wrap, payload)),
  ...inTurn(wraps, wraps, 11).map(([outer, inner]) => wrapped((payload) => outer(inner(payload)), '<img src=a onerror=x()>')),
];

export const styleAttacks: readonly Attack[] = [
  ...attacksFrom(
    'styles',
    styles.flatMap((style) => [
      `<p style="${style}">a`,
      `<svg><rect style="${style}" width=9 height=9 /></svg>`,
      `<style>*{${style.replaceAll('&quot;', '"')}}</style><p>a <a href=h>b</a>`,
    ]),
  ),
  ...attacksFrom(
    'styles',
    sheets.flatMap((sheet) => [`<style>${sheet}</style><p>a <a href=h>b</a>`, `<svg><style>${sheet}</style></svg>`]),
  ),
];

function wrapped(wrap: Wrap, payload: string): Attack {
  return attack('mutation and foreign content', (call, host) =>
    wrap(payload).replaceAll('x()', call).replaceAll('e.example', host),
  );
}
