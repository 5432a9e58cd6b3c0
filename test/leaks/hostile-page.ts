/** Each way in which a page can make a browser talk, with a host of its own: the name says which one leaked. */
type Vector = readonly [name: string, markup: string];

const inHead: readonly Vector[] = [
  ['dns-prefetch', '<link rel=dns-prefetch href=//HOST>'],
  ['preconnect', '<link rel=preconnect href=https://HOST crossorigin>'],
  ['prefetch', '<link rel=prefetch href=https://HOST/a as=document>'],
  ['preload', '<link rel=preload as=image href=https://HOST/a.png>'],
  ['preload-fetch', '<link rel=preload as=fetch crossorigin href=https://HOST/a.json>'],
  ['modulepreload', '<link rel=modulepreload href=https://HOST/a.js>'],
  ['prerender', '<link rel=prerender href=https://HOST/a>'],
  ['stylesheet', '<link rel=stylesheet href=https://HOST/a.css>'],
  ['icon', '<link rel=icon href=https://HOST/a.ico>'],
  ['manifest', '<link rel=manifest href=https://HOST/a.json crossorigin=use-credentials>'],
  ['speculation', '<script type=speculationrules>{"prefetch":[{"source":"list","urls":["https://HOST/a"]}]}</script>'],
  ['script', '<script src=https://HOST/a.js></script>'],
  ['module', '<script type=module src=https://HOST/a.js></script>'],
  ['style-import', '<style>@import url(https://HOST/a.css);</style>'],
  ['font', '<style>@font-face{font-family:leak;src:url(https://HOST/a.woff2)}h2{font-family:leak}</style>'],
];

const inBody: readonly Vector[] = [
  ['image', '<img src=https://HOST/a.png alt=a>'],
  ['image-http', '<img src=http://HOST/a.png alt=a>'],
  ['pixel', '<img src=https://HOST/a.gif width=0 height=0 alt="">'],
  ['srcset', '<img srcset="https://HOST/a.png 1x, https://HOST/b.png 2x" alt=a>'],
  ['picture', '<picture><source srcset=https://HOST/a.webp><img alt=a></picture>'],
  ['style-url', '<div style="background:url(https://HOST/a.png);width:9px;height:9px">a</div>'],
  ['list-style', '<ul style="list-style-image:url(https://HOST/a.png)"><li>a</ul>'],
  ['content', '<style>p.leak::before{content:url(https://HOST/a.png)}</style><p class=leak>a'],
  ['cursor', '<p style="cursor:url(https://HOST/a.cur),auto">a'],
  ['iframe', '<iframe src=https://HOST/></iframe>'],
  ['srcdoc', '<iframe srcdoc="<img src=https://HOST/a.png>"></iframe>'],
  ['object', '<object data=https://HOST/a.pdf type=application/pdf></object>'],
  ['embed', '<embed src=https://HOST/a.html type=text/html>'],
  ['video', '<video src=https://HOST/a.mp4 preload=auto></video>'],
  ['poster', '<video poster=https://HOST/a.png></video>'],
  ['source', '<video preload=auto><source src=https://HOST/a.webm></video>'],
  ['track', '<video preload=auto><track default kind=captions src=https://HOST/a.vtt></video>'],
  ['audio', '<audio src=https://HOST/a.mp3 preload=auto></audio>'],
  ['input-image', '<input type=image src=https://HOST/a.png alt=a>'],
  ['table-background', '<table background=https://HOST/a.png><tr><td>a</table>'],
  ['svg-image', '<svg width=9 height=9><image href=https://HOST/a.png width=9 height=9 /></svg>'],
  ['svg-use', '<svg width=9 height=9><use href=https://HOST/a.svg#b /></svg>'],
  [
    'svg-filter',
    '<svg width=9 height=9><filter id=f><feImage href=https://HOST/a.png /></filter><rect filter=url(#f) width=9 height=9 /></svg>',
  ],
  ['mask', '<div style="mask-image:url(https://HOST/a.svg);width:9px;height:9px">a</div>'],
  ['link', '<a href=https://HOST/ ping=https://ping.HOST/ download>a link</a>'],
  ['ip-literal', '<img src=http://10.97.0.9/HOST.png alt=a>'],
];

const inScript: readonly Vector[] = [
  ['fetch', "fetch('https://HOST/a')"],
  ['request', "(() => { const r = new XMLHttpRequest(); r.open('GET', 'https://HOST/a'); r.send(); })()"],
  ['beacon', "navigator.sendBeacon('https://HOST/a', 'x')"],
  ['new-image', "new Image().src = 'https://HOST/a.png'"],
  ['web-socket', "new WebSocket('wss://HOST/a')"],
  ['web-socket-plain', "new WebSocket('ws://HOST/a')"],
  ['event-source', "new EventSource('https://HOST/a')"],
  ['worker', 'new Worker(URL.createObjectURL(new Blob([\'fetch("https://HOST/a")\'])))'],
  ['web-transport', "new WebTransport('https://HOST:443/a')"],
  [
    'web-rtc',
    "(() => { const c = new RTCPeerConnection({ iceServers: [{ urls: 'stun:HOST:3478' }] }); c.createDataChannel('a'); c.createOffer().then((o) => c.setLocalDescription(o)); })()",
  ],
  ['window-open', "window.open('https://HOST/a')"],
  ['audio-object', "new Audio('https://HOST/a.mp3').load()"],
  ['import', "import('https://HOST/a.js')"],
  [
    'form',
    "(() => { const f = document.createElement('form'); f.action = 'https://HOST/a'; f.target = 'b'; f.innerHTML = '<input name=a>'; document.body.append(f); f.submit(); })()",
  ],
  ['ping', "document.querySelector('a[ping]').click()"],
];

/** Last, since it leads away. */
const leading: readonly Vector[] = [['meta-refresh', '<meta http-equiv=refresh content="2;url=https://HOST/a">']];

export const vectorCount = inHead.length + inBody.length + inScript.length + leading.length;

/** `page` becomes part of every host: pages are told apart in the log. */
const written = (vectors: readonly Vector[], page: string): readonly string[] =>
  vectors.map(([name, markup]) => markup.replaceAll('HOST', `${name}.${page}.example`));

/** The whole document, scripts and all. */
export function hostileDocument(page: string): string {
  const scripts = written(inScript, page).map((script) => `<script>try { void ${script}; } catch {}</script>`);
  return [
    '<!doctype html><html><head><meta charset=utf-8><title>hostile</title>',
    ...written(inHead, page),
    '</head><body><h2>hostile</h2>',
    ...written(inBody, page),
    ...scripts,
    ...written(leading, page),
    '</body></html>',
  ].join('\n');
}

/** A page of an archive with all of it between its paragraphs. */
export function hostileArticle(page: string, day: string): string {
  const vectors = [...inHead, ...inBody, ...leading];
  const body = written(vectors, page).map((markup, at) => `Paragraph ${at} of the river watch.\n\n${markup}\n`);
  const scripts = written(inScript, page).map((script) => `<script>${script}</script>\n`);
  return `---\ntitle: Quiet page ${page}\ndate: ${day}\n---\n\n${body.join('\n')}\n${scripts.join('\n')}\n![a](https://markdown.${page}.example/a.png)\n`;
}
