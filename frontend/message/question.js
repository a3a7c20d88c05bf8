/** Shows what the server asks before it does something, in a dialogue over the page. */

import { start } from 'restante/main.js';
// Loaded before it is needed: what is typed at once must find a folder, not send the form.
import 'restante/message/choose-folder.js';

/** @param {HTMLElement} question the page's part that asks; its form is sent like any other that acts on messages */
export function put(question) {
  document.querySelector('dialog.asks')?.remove();
  const dialog = document.createElement('dialog');
  dialog.className = 'asks';
  dialog.setAttribute('aria-labelledby', 'question-title');
  dialog.append(question);
  document.body.append(dialog);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || event.target.closest('[data-cancel]')) {
      event.preventDefault();
      dialog.close();
    }
  });
  // The form is read by whoever listens at the document, which comes after this.
  dialog.addEventListener('submit', () => queueMicrotask(() => dialog.close()));
  dialog.showModal();
  start(question);
  (question.querySelector('.folder-find input') ?? question.querySelector('[data-cancel]')).focus();
}
