/** Whether a reader's template can be used: a web address with `{url}` behind its host. */
export const isPictureTemplate = (template: string): boolean =>
  /^https?:\/\/(?:[\p{L}\p{N}._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?[/?][^\s]*$/iu.test(template) &&
  /[/?].*\{url\}/u.test(template.slice(8));
