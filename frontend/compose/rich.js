/** Formatted text in the place of the field for plain text, its toolbar, and the way from one to the other. */

import { filesOf } from 'restante/compose/files.js';
import { dialog } from 'restante/compose/dialog.js';
import { keeperOf } from 'restante/compose/keeping.js';
import { setAside } from 'restante/compose/styles.js';
import { ownDocument } from 'restante/shared/trusted.js';

const HABIT = 'restante.format';
const editors = new WeakMap();

/** @param {HTMLFormElement} form @returns {ReturnType<import('restante/compose/editor.js').edit> | undefined} */
export const editorOf = (form) => editors.get(form);

/** @param {HTMLFormElement} form */
export default async function rich(form) {
  const plain = form.elements.text;
  const tools = form.querySelector('.compose-tools');
  const wanted = form.dataset.format || localStorage.getItem(HABIT) || 'rich';
  // While the editor is not there yet, or does not come, the server leaves the formatting as it is.
  let waits = true;
  form.addEventListener('formdata', ({ formData }) => {
    const editor = editors.get(form);
    if (editor) {
      formData.set('html', editor.html());
      formData.delete('text');
    } else if (!waits) {
      formData.set('html', '');
    }
  });
  if (!Document.parseHTMLUnsafe || !tools) {
    return;
  }
  tools.hidden = false;
  toolbar(tools, (tool) => act(form, tool));
  const designed = keeperOf(form)?.left?.html ?? form.elements.html.value.trim();
  if (wanted === 'rich' && (designed || !plain.value.trim() || form.dataset.format !== 'plain')) {
    plain.hidden = true;
    await begin(form, designed ? ownDocument(setAside(designed)) : null).then(
      () => (waits = false),
      () => (plain.hidden = false),
    );
  } else {
    waits = false;
    show(form);
    if (form.dataset.focus === 'text') {
      plain.focus();
      plain.setSelectionRange(0, 0);
    }
  }
}

/** @param {HTMLFormElement} form @param {Document | null} page */
async function begin(form, page) {
  const plain = form.elements.text;
  const { edit } = await import('restante/compose/editor.js');
  const place = document.createElement('div');
  const id = plain.id;
  plain.before(place);
  plain.removeAttribute('id');
  plain.hidden = true;
  const editor = edit(place, {
    id,
    label: form.querySelector('.compose-text label').textContent,
    draft: form.dataset.draft,
    text: plain.value.replace(/^\n/, ''),
    page,
    changed: () => keeperOf(form)?.changed(),
    state: (on) => pressed(form, on),
    picture: (file) => filesOf(form).picture(file),
    attach: (files) => filesOf(form).add(files),
    act: (tool) => act(form, tool),
  });
  editors.set(form, editor);
  show(form);
  if (form.dataset.focus === 'text') {
    editor.focus();
  }
}

/** @param {HTMLFormElement} form */
async function end(form) {
  const editor = editors.get(form);
  const plain = form.elements.text;
  const { plainOf } = await import('restante/compose/plain.js');
  plain.value = plainOf(editor.view.state.doc);
  plain.id = editor.view.dom.id;
  editor.view.dom.parentElement.remove();
  editor.view.destroy();
  editors.delete(form);
  plain.hidden = false;
  plain.focus();
  show(form);
}

/** @param {HTMLFormElement} form */
function show(form) {
  const on = editors.has(form);
  const tools = form.querySelector('.compose-tools');
  const format = tools.querySelector('[data-tool=format]');
  tools.classList.toggle('plain', !on);
  format.textContent = on ? format.dataset.plain : format.dataset.rich;
  form.classList.toggle('is-rich', on);
}

/** @param {HTMLFormElement} form @param {string} tool */
async function act(form, tool) {
  const editor = editors.get(form);
  if (tool === 'format') {
    await change(form);
  } else if (tool === 'link') {
    const { value, href } = await dialog(form, 'link', { href: editor.linked() });
    if (value) {
      editor.link(href.trim());
    } else {
      editor.view.focus();
    }
  } else if (tool === 'picture') {
    choosePictures(editor);
  } else if (tool === 'emoji') {
    const { emoji } = await import('restante/compose/emoji.js');
    emoji(form.querySelector('.emoji'), form.querySelector('[data-tool=emoji]'), (chosen) => {
      editor.insert(chosen);
      editor.view.focus();
    });
  } else {
    editor.run(tool);
  }
}

/** @param {HTMLFormElement} form */
async function change(form) {
  const editor = editors.get(form);
  if (!editor) {
    localStorage.setItem(HABIT, 'rich');
    await begin(form, null);
    editors.get(form).view.focus();
  } else if (!isFormatted(editor.view.state.doc) || (await dialog(form, 'plain')).value) {
    localStorage.setItem(HABIT, 'plain');
    await end(form);
  }
  keeperOf(form)?.changed();
}

const PLAIN = ['doc', 'paragraph', 'text', 'hard_break', 'blockquote'];

function isFormatted(doc) {
  let found = false;
  doc.descendants((node) => {
    found ||= !PLAIN.includes(node.type.name) || node.marks.length > 0;
  });
  return found;
}

function choosePictures(editor) {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/png, image/jpeg, image/gif, image/webp';
  input.multiple = true;
  input.addEventListener('change', () => editor.pictures([...input.files]));
  input.click();
}

/** @param {HTMLFormElement} form @param {Record<string, boolean>} on */
function pressed(form, on) {
  for (const button of form.querySelectorAll('[data-tool][aria-pressed]')) {
    button.ariaPressed = String(!!on[button.dataset.tool]);
  }
}

/** One stop for Tab; the arrows go on from there (ARIA Authoring Practices, toolbar). */
function toolbar(tools, act) {
  const buttons = () => [...tools.querySelectorAll('[data-tool]')].filter((button) => button.checkVisibility());
  tools.querySelector('[data-tool=format]').tabIndex = 0;
  tools.addEventListener('click', (event) => {
    const button = event.target.closest('[data-tool]');
    if (button) {
      rove(buttons(), button);
      act(button.dataset.tool);
    }
  });
  tools.addEventListener('pointerdown', (event) => event.target.closest('[data-tool]') && event.preventDefault());
  tools.addEventListener('keydown', (event) => {
    const all = buttons();
    const back = getComputedStyle(tools).direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const at = all.indexOf(document.activeElement);
    const to = { [back]: at - 1, [back === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft']: at + 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined && at >= 0) {
      event.preventDefault();
      rove(all, all[(to + all.length) % all.length]);
      all[(to + all.length) % all.length].focus();
    }
  });
}

function rove(all, button) {
  all.forEach((each) => (each.tabIndex = each === button ? 0 : -1));
}
