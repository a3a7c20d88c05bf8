/** Goes on with what is done to many messages, part by part, and shows how far it is; what is left can be stopped. */

import { post } from 'restante/shared/post.js';

/**
 * @param {HTMLElement} part says how far it is; its form does the next part
 * @returns {Promise<HTMLElement>} the list that is shown when it is over or was stopped
 */
export async function run(part) {
  const dialog = document.createElement('dialog');
  dialog.className = 'asks';
  dialog.setAttribute('aria-labelledby', 'question-title');
  dialog.append(part);
  document.body.append(dialog);
  let stop = null;
  const stopping = (event) => {
    stop = dialog.querySelector('[data-stop]')?.formAction ?? null;
    event.preventDefault();
  };
  dialog.addEventListener('cancel', stopping);
  dialog.addEventListener('click', (event) => event.target.closest('[data-stop]') && stopping(event));
  dialog.showModal();
  try {
    while (dialog.querySelector('.bulk')) {
      const now = dialog.querySelector('.bulk');
      if (now.dataset.interrupted) {
        await press(dialog);
      }
      const form = now.querySelector('form');
      const answer = await post(stop ?? form.action, new FormData(form), 'mail').catch(() => null);
      if (!answer) {
        now.dataset.interrupted = 'true';
      } else if (!answer.matches('.bulk')) {
        return answer;
      } else {
        show(now, answer);
      }
    }
  } finally {
    dialog.remove();
  }
}

/** Keeps what has the focus and is read aloud in its place. @param {HTMLElement} now @param {HTMLElement} next */
function show(now, next) {
  now.querySelector('progress').value = next.querySelector('progress').value;
  now.querySelector('[role=status]').textContent = next.querySelector('[role=status]').textContent;
  delete now.dataset.interrupted;
  now.querySelector('.notice')?.remove();
  if (next.dataset.interrupted) {
    now.dataset.interrupted = 'true';
    now.querySelector('form').before(next.querySelector('.notice'));
  }
}

/** Waits until the person says to go on, or to stop. @param {HTMLDialogElement} dialog */
const press = (dialog) => new Promise((pressed) => {
  const done = (event) => {
    if (event.type === 'cancel' || event.target.closest('button')) {
      event.preventDefault();
      dialog.removeEventListener('click', done);
      dialog.removeEventListener('cancel', done);
      pressed();
    }
  };
  dialog.addEventListener('click', done);
  dialog.addEventListener('cancel', done);
});
