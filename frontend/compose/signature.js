/** Gives the text the signature of whoever it is written as now, in the place of the one before; one that was deleted stays away. */

import { editorOf } from 'restante/compose/rich.js';

/** @param {HTMLSelectElement} sender */
export default function signature(sender) {
  let before = sender.selectedOptions[0];
  sender.addEventListener('change', () => {
    const [now] = sender.selectedOptions;
    const editor = editorOf(sender.form);
    if (editor) {
      editor.sign(before.dataset.signatureHtml ?? '', now.dataset.signatureHtml ?? '');
    } else {
      const { text } = sender.form.elements;
      text.value = signed(text.value, before.dataset.signature, now.dataset.signature);
    }
    before = now;
  });
}

/** @param {string} text @param {string} [before] @param {string} [now] @returns {string} */
function signed(text, before, now) {
  const [old, fresh] = [before, now].map((signature) => (signature ? `-- \n${signature}` : ''));
  const at = old ? text.indexOf(old) : -1;
  if (at >= 0) {
    return text.slice(0, at) + fresh + text.slice(at + old.length);
  }
  return old || !fresh ? text : inserted(text, fresh);
}

/** Above what is quoted and the line that says of whom, else at the end. */
function inserted(text, fresh) {
  const quoted = text.search(/^>/m);
  const place = quoted < 0 ? text.length : text.slice(0, quoted).trimEnd().lastIndexOf('\n') + 1;
  return `${text.slice(0, place).trimEnd()}\n\n${fresh}\n\n${text.slice(place)}`;
}
