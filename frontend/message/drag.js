/** Rows are dragged to folders: there they are moved, or copied while Ctrl (on a Mac, Alt) is held. The menu does the same without a mouse. */

import { mark } from 'restante/message/act.js';
import { ticked } from 'restante/message/rows.js';

/** @type {string[]} what is being dragged */
let dragged = [];
let listening = false;

/** @param {HTMLElement} list */
export default function drag(list) {
  list.addEventListener('dragstart', (event) => {
    const row = event.target.closest('.row[data-ref]');
    if (row) {
      begin(event, ticked().includes(row) ? ticked() : [row]);
    }
  });
  list.addEventListener('dragend', end);
  if (!listening) {
    listening = true;
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
  }
}

/** @param {DragEvent} event @param {HTMLElement[]} rows */
function begin(event, rows) {
  dragged = rows.map((row) => row.dataset.ref);
  event.dataTransfer.effectAllowed = 'copyMove';
  const shown = document.createElement('div');
  shown.className = 'drag-badge badge';
  shown.textContent = rows.length === 1 ? rows[0].querySelector('.row-subject').textContent : String(rows.length);
  document.body.append(shown);
  event.dataTransfer.setDragImage(shown, 0, 0);
  setTimeout(() => shown.remove());
  document.getElementById('folders').classList.add('drop-place');
}

/** @param {DragEvent} event @returns {HTMLElement | null} the folder under the pointer, unless the rows are in it */
function folderAt(event) {
  const folder = dragged.length && event.target.closest?.('#folders a.folder[data-folder]');
  return folder && folder.dataset.folder !== document.getElementById('list').dataset.folder ? folder : null;
}

const copies = (event) => event.ctrlKey || event.altKey;

/** @param {DragEvent} event */
function over(event) {
  const folder = folderAt(event);
  document.querySelectorAll('.folder.drop').forEach((other) => other.classList.toggle('drop', other === folder));
  if (folder) {
    event.preventDefault();
    event.dataTransfer.dropEffect = copies(event) ? 'copy' : 'move';
    folder.classList.add('drop');
  }
}

/** @param {DragEvent} event */
function drop(event) {
  const folder = folderAt(event);
  if (folder) {
    event.preventDefault();
    mark(copies(event) ? 'copy' : 'move', dragged, false, { to: folder.dataset.folder });
  }
  end();
}

function end() {
  dragged = [];
  document.querySelectorAll('.folder.drop').forEach((folder) => folder.classList.remove('drop'));
  document.getElementById('folders').classList.remove('drop-place');
}
