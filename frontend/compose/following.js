/** Tells by a toast what becomes of a message that was just sent, and offers to take it back while that is possible. */

import { ask } from 'restante/shared/ask.js';
import { toast } from 'restante/shared/toast.js';

const AGAIN = 1000;
const SAID_AGAIN = 5000;
const MOVING = ['waiting', 'claimed', 'transmitting', 'sent', 'filed'];
const WRONG = ['uncertain', 'refused'];

/** @param {HTMLElement} place with the message's id and the address of the outbox */
export default function following(place) {
  const here = new URL(location.href);
  here.searchParams.delete('sent');
  history.replaceState(history.state, '', here.href);
  follow(place.dataset.sent, place.dataset.outbox);
}

/**
 * @param {string} id of the message
 * @param {string} outbox its address
 * @param {() => void} [undo] takes it back in place; without it, that leads to the draft's page
 */
export function follow(id, outbox, undo) {
  let said = '';
  let at = 0;
  const look = async () => {
    const page = await ask(outbox, 'outbox');
    const entry = page.querySelector(`[data-id="${CSS.escape(id)}"]`);
    if (!entry || entry.dataset.state === 'cancelled') {
      return;
    }
    const state = entry.dataset.state;
    const text = entry.querySelector('.outbox-state').textContent;
    if (text !== said || (state === 'waiting' && Date.now() - at > SAID_AGAIN)) {
      const leads = undoing(entry);
      said = text;
      at = Date.now();
      toast(text, { error: WRONG.includes(state), undo: leads && (undo ?? leads) });
    }
    if (MOVING.includes(state) && !entry.querySelector('[formaction$="/departure"]')) {
      setTimeout(() => look().catch(() => {}), AGAIN);
    }
  };
  // The outbox says it all the same; the toast is an extra.
  look().catch(() => {});
}

/** @param {HTMLElement} entry @returns {(() => void) | undefined} */
function undoing(entry) {
  const button = entry.querySelector('button[formaction$="/withdrawal"]');
  if (!button) {
    return undefined;
  }
  return () => {
    button.form.hidden = true;
    document.body.append(button.form);
    button.form.requestSubmit(button);
  };
}
