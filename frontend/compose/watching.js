/** Follows what goes on in the outbox while the page is open. */

import { ask } from 'restante/shared/ask.js';
import { replace } from 'restante/main.js';

const AGAIN = 1500;

/** @param {HTMLElement} outbox */
export default function watching(outbox) {
  if (!outbox.dataset.moving) {
    return;
  }
  setTimeout(async () => {
    try {
      const fresh = await ask(outbox.dataset.address, 'outbox');
      const same = fresh.innerHTML === outbox.innerHTML;
      if (same || outbox.contains(document.activeElement)) {
        watching(outbox);
      } else {
        replace(outbox, fresh);
      }
    } catch {
      // The page says how it was; the person can load it again.
    }
  }, AGAIN);
}
