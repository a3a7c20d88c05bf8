/** On a touch screen a row is drawn aside: towards its end to mark it as read or unread, towards its start to flag it or not. */

import { mark } from 'restante/message/act.js';

const BEGINS = 12;
const ENOUGH = 72;

/** @param {HTMLElement} list */
export default function swipe(list) {
  let row = null;
  let from = null;
  let by = 0;
  const end = (does) => () => {
    if (row && does && Math.abs(by) >= ENOUGH) {
      mark(actOf(row, by), [row.dataset.ref]);
    }
    row?.style.removeProperty('translate');
    row?.classList.remove('swiped');
    row = null;
  };
  list.addEventListener('touchstart', (event) => {
    end(false)();
    row = event.touches.length === 1 ? event.target.closest('.row[data-ref]') : null;
    from = event.touches[0];
    by = 0;
  }, { passive: true });
  list.addEventListener('touchmove', (event) => {
    const x = event.touches[0].clientX - from.clientX;
    const y = event.touches[0].clientY - from.clientY;
    if (!row || (!by && Math.abs(y) > Math.max(BEGINS, Math.abs(x)))) {
      row = null;
    } else if (by || Math.abs(x) > BEGINS) {
      by = Math.max(-1.5 * ENOUGH, Math.min(1.5 * ENOUGH, x));
      row.style.translate = `${by}px`;
      row.classList.toggle('swiped', Math.abs(by) >= ENOUGH);
    }
  }, { passive: true });
  list.addEventListener('touchend', end(true));
  list.addEventListener('touchcancel', end(false));
}

/** @param {HTMLElement} row @param {number} by pixels to the right */
function actOf(row, by) {
  const towardsEnd = document.dir === 'rtl' ? by < 0 : by > 0;
  const has = row.classList.contains(towardsEnd ? 'unread' : 'flagged');
  return towardsEnd ? (has ? 'seen' : 'unseen') : has ? 'unflag' : 'flag';
}
