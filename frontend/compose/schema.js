/** What a formatted message may hold: what all mail programs show. What is pasted becomes this, or goes. */

import { Schema } from 'prosemirror-model';

const SAFE = /^(https?:\/\/|mailto:)/i;
const COLOR = /^(#[0-9a-f]{3,8}|rgba?\([\d\s.,%]+\)|[a-z]{3,20})$/i;
/** What other programs write where nothing was chosen. */
const USUAL = /^(black|white|windowtext|window|inherit|initial|transparent|#0{3,8}|#f{3,8}|rgba?\((0, ?0, ?0|255, ?255, ?255)[^)]*\))$/i;
const CITE = 'margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex';
const CELL = 'border:1px solid #ccc;padding:4px 8px';

const block = {
  attrs: { dir: { default: 'auto' }, align: { default: null } },
};
const blockAttrs = (dom) => ({
  dir: ['ltr', 'rtl'].includes(dom.getAttribute('dir')) ? dom.getAttribute('dir') : 'auto',
  align: ['center', 'right', 'left', 'justify'].find((align) => align === (dom.style.textAlign || dom.getAttribute('align'))) ?? null,
});
const written = ({ dir, align }) => ({ dir, ...(align && { style: `text-align:${align}` }) });
const whole = (value) => (/^\d{1,4}$/.test(value ?? '') ? value : null);

/** @param {string} draft its id @returns {Schema} */
export const schemaFor = (draft) =>
  new Schema({
    nodes: {
      doc: { content: 'block+' },
      paragraph: { ...block, group: 'block', content: 'inline*', parseDOM: [{ tag: 'p', getAttrs: blockAttrs }, { tag: 'div', getAttrs: (dom) => !dom.querySelector(BLOCKS) && blockAttrs(dom) }], toDOM: (node) => ['p', written(node.attrs), 0] },
      blockquote: { group: 'block', content: 'block+', defining: true, parseDOM: [{ tag: 'blockquote' }], toDOM: () => ['blockquote', { type: 'cite', style: CITE }, 0] },
      heading: {
        ...block,
        attrs: { ...block.attrs, level: { default: 2 } },
        group: 'block',
        content: 'inline*',
        defining: true,
        parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, getAttrs: (dom) => ({ ...blockAttrs(dom), level }) })),
        toDOM: (node) => [`h${node.attrs.level}`, written(node.attrs), 0],
      },
      horizontal_rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
      code_block: {
        group: 'block',
        content: 'text*',
        marks: '',
        code: true,
        defining: true,
        parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
        toDOM: () => ['pre', 0],
      },
      ordered_list: { group: 'block', content: 'list_item+', attrs: { start: { default: 1 } }, parseDOM: [{ tag: 'ol', getAttrs: (dom) => ({ start: Number(whole(dom.getAttribute('start')) ?? 1) }) }], toDOM: (node) => ['ol', node.attrs.start === 1 ? {} : { start: node.attrs.start }, 0] },
      bullet_list: { group: 'block', content: 'list_item+', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
      list_item: { content: 'block+', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
      table: { group: 'block', content: 'table_row+', isolating: true, parseDOM: [{ tag: 'table' }], toDOM: () => ['table', { cellspacing: '0', style: 'border-collapse:collapse' }, ['tbody', 0]] },
      table_row: { content: 'table_cell*', parseDOM: [{ tag: 'tr' }], toDOM: () => ['tr', 0] },
      table_cell: {
        content: 'block+',
        isolating: true,
        attrs: { tag: { default: 'td' }, colspan: { default: null }, rowspan: { default: null }, bgcolor: { default: null }, plain: { default: false } },
        parseDOM: [{ tag: 'td, th', getAttrs: cell }],
        toDOM: ({ attrs: { tag, plain, ...rest } }) => [tag, { ...present(rest), style: plain ? 'vertical-align:top' : CELL }, 0],
      },
      text: { group: 'inline' },
      image: {
        group: 'inline',
        inline: true,
        draggable: true,
        attrs: { file: { default: null }, remote: { default: null }, alt: { default: '' }, width: { default: null }, height: { default: null } },
        parseDOM: [{ tag: 'img', getAttrs: picture }],
        toDOM: ({ attrs: { file, remote, ...rest } }) => ['img', { ...present(rest), ...(file ? { src: `${document.documentElement.dataset.base}drafts/${draft}/attachments/${file}` } : { class: 'remote' }) }],
      },
      hard_break: {
        group: 'inline',
        inline: true,
        selectable: false,
        parseDOM: [{ tag: 'br' }],
        toDOM: () => ['br'],
      },
    },
    marks: {
      link: { attrs: { href: {} }, inclusive: false, parseDOM: [{ tag: 'a[href]', getAttrs: (dom) => SAFE.test(dom.getAttribute('href')) && { href: dom.getAttribute('href') } }], toDOM: (mark) => ['a', { href: mark.attrs.href }, 0] },
      color: style('color', (dom) => dom.getAttribute('color'), 'font[color]'),
      background: style('background-color'),
      strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b', getAttrs: (dom) => dom.style.fontWeight !== 'normal' && null }, { style: 'font-weight', getAttrs: (value) => /^(bold(er)?|[6-9]\d\d)$/.test(value) && null }], toDOM: () => ['strong', 0] },
      em: { parseDOM: [{ tag: 'em' }, { tag: 'i', getAttrs: (dom) => dom.style.fontStyle !== 'normal' && null }, { style: 'font-style=italic' }], toDOM: () => ['em', 0] },
      underline: { parseDOM: [{ tag: 'u' }, { tag: 'ins' }, { style: 'text-decoration', getAttrs: (value) => value.includes('underline') && null }], toDOM: () => ['u', 0] },
      strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }, { style: 'text-decoration', getAttrs: (value) => value.includes('line-through') && null }], toDOM: () => ['s', 0] },
      sub: { excludes: 'sup', parseDOM: [{ tag: 'sub' }], toDOM: () => ['sub', 0] },
      sup: { excludes: 'sub', parseDOM: [{ tag: 'sup' }], toDOM: () => ['sup', 0] },
      code: { parseDOM: [{ tag: 'code' }, { tag: 'tt' }, { tag: 'kbd' }], toDOM: () => ['code', 0] },
    },
  });

const BLOCKS = 'p,div,table,ul,ol,blockquote,pre,h1,h2,h3,h4,h5,h6,hr';

/** Pictures that stay where they lie are shown by a mark alone; see {@link schemaFor}. */
export const pictureForSending = ({ attrs: { file, remote, ...rest } }) => ['img', { ...present(rest), src: file ? `cid:${file}@restante` : remote }];

function style(name, ofTag, tag) {
  const colour = (value) => COLOR.test(value ?? '') && !USUAL.test(value) && { value };
  return {
    attrs: { value: {} },
    parseDOM: [{ style: name, getAttrs: colour }, ...(tag ? [{ tag, getAttrs: (dom) => colour(ofTag(dom)) }] : [])],
    toDOM: (mark) => ['span', { style: `${name}:${mark.attrs.value}` }, 0],
  };
}

/** @param {HTMLImageElement} dom */
function picture(dom) {
  const source = dom.getAttribute('src') ?? '';
  const file = /^cid:([0-9a-f]{32})@restante$/.exec(source)?.[1] ?? null;
  const remote = /^https?:\/\//i.test(source) ? source : null;
  return (file || remote) && { file, remote, alt: dom.getAttribute('alt') ?? '', width: whole(dom.getAttribute('width')), height: whole(dom.getAttribute('height')) };
}

/** Tables that only arrange a page have no lines. @param {HTMLTableCellElement} dom */
function cell(dom) {
  const table = dom.closest('table');
  const plain = !(Number(table?.getAttribute('border')) > 0) && !dom.style.border && !dom.style.borderTop;
  return { tag: dom.nodeName.toLowerCase(), colspan: whole(dom.getAttribute('colspan')), rowspan: whole(dom.getAttribute('rowspan')), bgcolor: COLOR.test(dom.getAttribute('bgcolor') ?? '') ? dom.getAttribute('bgcolor') : null, plain };
}

const present = (attrs) => Object.fromEntries(Object.entries(attrs).filter(([, value]) => value !== null && value !== ''));
