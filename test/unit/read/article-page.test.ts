import { describe, expect, it } from 'vitest';
import { renderArticlePage } from '#main/read/article-page.ts';
import { followedLink } from '#main/read/article-address.ts';
import { textAsPublished } from '#main/read/shown-text.ts';
import { messagesFor } from '#preload/messages/catalogue.ts';
import { makeArticle } from '#test/helpers/pages.ts';

const render = (html: string): string =>
  renderArticlePage({
    article: {
      ...makeArticle(),
      id: 'news:a.md',
      archive: 'news',
      path: 'a.md',
      sections: [],
      isRemovedUpstream: false,
      isBookmarked: false,
      isRead: false,
    },
    html,
    body: 'article',
    replacedAt: null,
    language: 'en',
    messages: messagesFor('en'),
    placeOf: () => 'outside',
    pictures: [],
    shownText: textAsPublished,
    find: '',
  });

describe('the page of an article', () => {
  it('has a place for every block, so that reading goes on where it stopped', () => {
    const page = render(
      '<p>a</p><blockquote><p>b</p></blockquote><p id="at-own">c</p><h2>d</h2><table><tr><td>e</td></tr></table>',
    );
    expect([...page.matchAll(/ id="((?:block|at)-[^"]*)"/gu)].map(([, id]) => id)).toEqual([
      'block-0',
      'block-1',
      'at-own',
      'at-d',
      'block-4',
    ]);
  });

  it('asks the window to show a note, linked or in plain text, and keeps the place of the note', () => {
    const page = render('<p>a<sup><a href="#at-n">n</a></sup> b [2]</p><p id="at-n">N.</p><p>[2] Two.</p>');
    const asked = [...page.matchAll(/<a class="note-mark" href="([^"]*)">/gu)].map(([, href = '']) => followedLink(href));
    expect(asked).toEqual(['offprint-view:note/article/0', 'offprint-view:note/article/1']);
    expect(page).toMatch(/<p id="at-n">N\.<\/p><p id="at-offprint-note-\d+">\[2\] Two\.<\/p>/u);
  });
});
