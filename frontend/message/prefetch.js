/** Asks for a message as soon as the pointer or the focus rests on its row, so that it is there when it is opened. */

import { keep } from 'restante/shared/ask.js';
import 'restante/shell/panes.js';

const RESTS = 60;

/** @param {HTMLElement} list @param {Event[]} missed */
export default function prefetch(list, missed) {
  let timer = 0;
  const rest = (event) => {
    const link = event.target.closest('.row:not(.open)')?.querySelector('.row-link');
    clearTimeout(timer);
    if (link && !navigator.connection?.saveData) {
      timer = setTimeout(() => keep(link.href, 'message'), RESTS);
    }
  };
  list.addEventListener('pointerover', rest);
  list.addEventListener('focusin', rest);
  missed.forEach(rest);
}
