import type { Messages } from '../en.ts';
import { createForms } from '../forms.ts';

const { number, size } = createForms('zh-CN');

export const commandLine: Messages['commandLine'] = {
  usage: (program) => `用法：${program} <命令> [--library 目录] [--json]

  add <来源> [--name 名称] [--mirror 地址]...
                                           添加归档：Git 仓库或 .zip、.tar.gz 的地址，文件夹，
                                           或由 share 做成的文件
  sync [归档...] [--no-pictures]           取回全部或指定归档的最新内容
  origin <archive> [url...]                显示归档的来源，或设置来源，首选的在前
  share <归档> -o 文件                     把归档写成一个文件，Offprint 和 Git 都能读取
  archives                                 列出归档
  sections [归档]                          列出栏目
  articles [--archive A] [--section S] [--since D] [--until D] [--limit N] [--offset N]
                                           列出文章，最新在前；日期写作 YYYY-MM-DD
  show <编号> [--version N] --format text|html|markdown|json|original
                                           输出一篇文章，加 --original 则输出原页面；编号为 <归档>:<路径>；
                                           --version 指定早先的版本，见 --json 的列表
  search <关键词> [--sort newest|relevance] [--limit N]
                                           搜索全部文章
  bookmark add|remove|list [编号]          添加、移除或列出书签
  tag add|remove|list [编号] [名称...]     添加、移除或列出标签，一篇文章的或全部
  dump [归档]                              以 JSON Lines 输出文章及正文
  completeness <归档>                      归档中哪些已在文库，哪些缺少
  pictures <归档> [all|opened|none]        显示或设定同步时取回哪些图片
  log <归档>                               归档最近几次同步的记录
  export <id...>|--section S|--archive A|--search Q|--bookmarks -o PATH [--format pdf|epub|html|markdown|text]
                                           把文章写入一个文件，加 --separate 则每篇一个文件，写入文件夹；
                                           --title T --per-volume N --names TEMPLATE --no-pictures --no-cover
                                           --no-contents --with-day --as-published；PDF 另有 --paper a4|letter|a5|e-reader
                                           --margins narrow|normal|wide --columns 1|2 --font serif|sans
                                           --font-size N --no-header --no-footer
  network [--proxy 地址|system|none] [--pac 地址] [--ca 文件|none] [--test 来源]
                                           显示或设置怎样连接网络，或测试到归档的路；代理写作 http://、
                                           https:// 或 socks5://，需要时加 名称:密码@
  reparse [归档...]                        不联网，重新解读已保存的页面
  wipe --yes                               永久删除整个文库，连同书签和设置
  check                                    核对搜索索引与文章，有误则重建

  --library 目录  使用该文件夹中的文库
  --json          在标准输出打印一个 JSON 文档
  --help          显示本说明

退出状态：0 完成，1 失败，2 用法有误。`,
  unknownCommand: (command) => `没有“${command}”这个命令。`,
  unknownOption: (option) => `这里没有“${option}”这个选项。`,
  missingArgument: (argument) => `缺少 ${argument}。`,
  badValue: (option, value) => `“${value}”不能用于 ${option}。`,
  added: (name, id) => `已添加“${name}”，编号 ${id}。`,
  shared: (name, pages, bytes, file) => `已将“${name}”写入 ${file}：${number(pages)} 页，${size(bytes)}。`,
  notShared: (path) => `未包含，Git 无法存放：${path}`,
  synced: (archive, added, changed, removed, bytes, seconds) =>
    `${archive}：新 ${number(added)}，改 ${number(changed)}，删 ${number(removed)}，${size(bytes)}，${number(seconds)} 秒`,
  indexSound: '搜索索引完好无缺。',
  indexRebuilt: '搜索索引有损坏或缺漏，已经重建。',
  reparsed: (archive, pages) => `${archive}：重新解读 ${number(pages)} 页`,
  skipped: (count) => `跳过 ${number(count)} 页：`,
  failed: (title, safe, hint) => `${title}。${safe}${hint}`,
  found: (count, isExact, milliseconds) => `找到 ${number(count)} 篇${isExact ? '' : '以上'}，用时 ${number(milliseconds)} 毫秒`,
  articles: (count) => `${number(count)} 篇`,
  bookmarkAdded: (id) => `已为 ${id} 添加书签。`,
  bookmarkRemoved: (id) => `已移除 ${id} 的书签。`,
  proxyIs: (proxy) => `代理：${proxy}`,
  certificatesIn: (file) => `附加证书：${file}`,
  passwordPlain: '密码没有加密保存：命令行没有钥匙串。在应用中保存一次即可加密。',
  loginPlain: '地址里的密码没有加密保存：命令行没有钥匙串。应用启动时会把它加密。',
  passwordSealed: '代理的密码已加密，只有应用能读取，这里不使用密码。',
  wipeUnconfirmed: (folder) => `这会永久删除 ${folder} 中的文库，连同书签和设置。要删除，请加上 --yes。`,
  wiped: '文库已删除。',
  neverSynced: '尚未同步',
  none: '没有可列出的内容。',
};
