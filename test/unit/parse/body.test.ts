import { describe, expect, it } from 'vitest';
import { articleOf } from './archive-pages.ts';

const htmlOf = (body: string): string => articleOf(`<!doctype html><body>${body}`, 'pages/a.html').html;

describe('the body of an article', () => {
  it.each([
    ['empty paragraphs go', '<p>a</p><p> </p></p><p><br></p><p>&nbsp;</p><div></div><p>b</p>', '<p>a</p><p>b</p>'],
    ['nested unclosed paragraphs stand side by side', '<div>a<p>b<p>c</div>', '<p>a</p><p>b</p><p>c</p>'],
    ['two breaks end a paragraph, one does not', '<p>a<br>b<br> <br/>c<br></p>', '<p>a<br>b</p><p>c</p>'],
    [
      'home-made links are links',
      '<p><ok href="https://e.example/">a</ok> <span href="https://e.example/b">b</span></p>',
      '<p><a href="https://e.example/">a</a> <a href="https://e.example/b">b</a></p>',
    ],
    ['links without an address keep their words', '<p><a>a</a><a href="javascript:x">b</a></p>', '<p>ab</p>'],
    ['presentation goes', '<center><font color=red class=x id=y style="color:red">a</font></center>', '<p>a</p>'],
    ['emphasis does not span paragraphs', '<b><p>a<p>b</b>', '<p><b>a</b></p><p><b>b</b></p>'],
    [
      'links are not nested',
      '<ok href="https://e.example/1">a<ok href="https://e.example/2">b</ok></ok>',
      '<p><a href="https://e.example/1">ab</a></p>',
    ],
    ['headings start at level two and keep their steps', '<p>x</p><h4>a</h4><h5>b</h5>', '<p>x</p><h2>a</h2><h3>b</h3>'],
    [
      'a table of one cell only places a picture and its caption',
      '<table><tr><td><img src="https://e.example/a.jpg"><br>图一</td></tr></table>',
      '<figure><img data-picture="0" alt=""><figcaption>图一</figcaption></figure>',
    ],
    [
      'tables keep their cells',
      '<table border=1><tr><th colspan=2>a<tr><td>b<td></table>',
      '<table><tbody><tr><th colspan="2">a</th></tr><tr><td>b</td><td></td></tr></tbody></table>',
    ],
    ['a list item outside a list is a paragraph', '<li>a</li>', '<p>a</p>'],
    ['text in a list gets an item', '<ul>a<li>b<ul>c</ul></ul>', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>'],
    ['rules that separate nothing go', '<hr><p>a</p><hr><hr><p>b</p><hr>', '<p>a</p><hr><p>b</p>'],
    ['preformatted text stays as it is', '<pre>\n\na  b\n  c</pre>', '<pre>\n\na  b\n  c</pre>'],
    [
      'pixels go',
      '<p>a<img src="https://e.example/p.gif" width=1 height=1><img src="https://e.example/q" width="0px">',
      '<p>a</p>',
    ],
    [
      'a picture that cannot be fetched leaves its words',
      '<p><img src="data:image/png;base64,AA" alt="白鹭"></p>',
      '<p>白鹭</p>',
    ],
    [
      'a lazy picture is found',
      '<img src="data:image/gif;base64,AA" data-src="//e.example/a.jpg" width="640">',
      '<p><img data-picture="0" alt="" width="640"></p>',
    ],
    [
      'a picture that links to itself loses the link',
      '<a href="https://e.example/a.jpg"><img src="https://e.example/a-s.jpg"></a>',
      '<p><img data-picture="0" alt=""></p>',
    ],
    [
      'ruby and language stay',
      '<p><ruby>漢<rp>(</rp><rt>hàn</rt></ruby><span lang="ja">字</span>',
      '<p><ruby>漢<rp>(</rp><rt>hàn</rt></ruby><span lang="ja">字</span></p>',
    ],
  ])('%s', (_title, source, expected) => {
    expect(htmlOf(source)).toBe(expected);
  });

  it.each([
    [
      'between Chinese characters it goes, also across tags',
      '<p>河面上\n <b>\n  有雾\n </b>\n ，“\n船”　来了</p>',
      '<p>河面上<b>有雾</b>，“船”　来了</p>',
    ],
    [
      'between Chinese and Latin one space stays',
      '<p>观看了\n Morning\n   Post\n 的报道</p>',
      '<p>观看了 Morning Post 的报道</p>',
    ],
    ['in a heading a typed space separates', '<p>x</p><h2>白鹭回来 湿地\n更名</h2>', '<p>x</p><h2>白鹭回来 湿地更名</h2>'],
    ['indentation by ideographic spaces goes', '<p>　　船来了<br/>　　人走了</p>', '<p>船来了<br>人走了</p>'],
    ['Korean keeps its spaces', '<p>강가의 안개</p>', '<p>강가의 안개</p>'],
    ['code is not touched', '<p>用 <code>甲  乙</code> 表示</p>', '<p>用 <code>甲  乙</code> 表示</p>'],
    ['invisible characters go', '<p>渡\u200b口\ufeff</p>', '<p>渡口</p>'],
  ])('white space: %s', (_title, source, expected) => {
    expect(htmlOf(source)).toBe(expected);
  });

  it('turns what plays into a card that says what and where', () => {
    expect(
      htmlOf(
        '<p>a<iframe src="https://www.youtube.com/embed/x"></iframe>b</p><video poster=x><source src="https://v.example/a.mp4">no</video>',
      ),
    ).toBe(
      '<p>a</p><p data-embed="video"><a href="https://www.youtube.com/embed/x">www.youtube.com</a></p><p>b</p><p data-embed="video"><a href="https://v.example/a.mp4">v.example</a></p>',
    );
    expect(
      htmlOf(
        '<p>a</p><audio src="http://v.example/a.mp3"></audio><iframe src="https://v.example/" width=0></iframe><iframe src="javascript:x"></iframe>',
      ),
    ).toBe('<p>a</p><p data-embed="audio"><a href="http://v.example/a.mp3">v.example</a></p>');
  });

  it('has a text of one line a block, the same words as its markup', () => {
    const article = articleOf(
      '<!doctype html><body>a<h2>x</h2><ul><li>b<li>c</ul><table><tr><td>d<td>e<tr><td>f<td>g</table><p>é</p>',
      'a.html',
    );
    expect(article.text).toBe('a\nx\nb\nc\nd\te\nf\tg\né');
    expect(article.text.normalize('NFC')).toBe(article.text);
  });
});
