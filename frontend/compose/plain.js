/** Formatted text as plain text, and plain text as formatted: a quotation is a quotation in both. */

/** @param {import('prosemirror-model').Node} node @returns {string} */
export const plainOf = (node) => lines(node).join('\n');

/** @returns {string[]} */
function lines(node) {
  if (node.isTextblock) {
    return node.textBetween(0, node.content.size, '\n', leaf).split('\n').concat(apart(node));
  }
  const inner = [];
  node.forEach((child, offset, index) => {
    const own = node.type.name === 'table' ? [rowOf(child)] : lines(child);
    inner.push(...(child.type.name === 'list_item' ? item(node, own, index) : own));
  });
  switch (node.type.name) {
    case 'blockquote':
      return [...trimmed(inner).map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`.trimEnd())), ''];
    case 'horizontal_rule':
      return ['———', ''];
    default:
      return inner;
  }
}

const leaf = (node) => (node.type.name === 'hard_break' ? '\n' : node.attrs.alt ? `[${node.attrs.alt}]` : '');
const apart = (node) => (node.type.name === 'paragraph' ? [] : ['']);
const rowOf = (row) => {
  const cells = [];
  row.forEach((cell) => cells.push(trimmed(lines(cell)).join(' ')));
  return cells.join('\t');
};
const item = (list, own, index) => {
  const mark = list.type.name === 'ordered_list' ? `${list.attrs.start + index}. ` : '- ';
  return trimmed(own).map((line, number) => (number === 0 ? mark : '  ') + line);
};
const trimmed = (all) => all.slice(0, all.findLastIndex((line) => line !== '') + 1);

/** @param {import('prosemirror-model').Schema} schema @param {string} text */
export const docOf = (schema, text) => schema.nodes.doc.create(null, blocks(schema, text.replaceAll('\r', '').split('\n')));

function blocks(schema, all) {
  const found = [];
  for (let at = 0; at < all.length; ) {
    const end = all.findIndex((line, index) => index >= at && isQuoted(line) !== isQuoted(all[at]));
    const run = all.slice(at, end < 0 ? all.length : end);
    at += run.length;
    found.push(...(isQuoted(run[0]) ? [schema.nodes.blockquote.create(null, blocks(schema, run.map((line) => line.replace(/^> ?/, ''))))] : run.map((line) => schema.nodes.paragraph.create(null, line ? schema.text(line) : null))));
  }
  return found.length ? found : [schema.nodes.paragraph.create()];
}

const isQuoted = (line) => line.startsWith('>');
