/** Lets the border between two panes be drawn, or moved by the arrow keys; the widths are remembered on this device. */

const LEAST = 160;
const STEP = 24;

/** @param {HTMLElement} separator @param {Event[]} missed */
export default function separator(separator, missed) {
  const pane = () => document.getElementById(separator.dataset.pane);
  const drag = (event) => {
    separator.setPointerCapture(event.pointerId);
    separator.classList.add('dragged');
    separator.addEventListener('pointermove', follow);
    separator.addEventListener('lostpointercapture', () => {
      separator.removeEventListener('pointermove', follow);
      separator.classList.remove('dragged');
    }, { once: true });
  };
  const follow = (event) => {
    const box = pane().getBoundingClientRect();
    size(isStacked(separator) ? event.clientY - box.top : document.dir === 'rtl' ? box.right - event.clientX : event.clientX - box.left);
  };
  const press = (event) => {
    const forward = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (forward) {
      event.preventDefault();
      const box = pane().getBoundingClientRect();
      const turned = document.dir === 'rtl' && event.key.match(/Left|Right/) ? -1 : 1;
      size((isStacked(separator) ? box.height : box.width) + turned * forward * STEP);
    }
  };
  const size = (pixels) => resize(separator, pixels);
  separator.addEventListener('pointerdown', drag);
  separator.addEventListener('keydown', press);
  separator.addEventListener('focus', () => tell(separator, pane()));
  tell(separator, pane());
  missed.forEach((event) => ({ keydown: press, pointerdown: drag })[event.type]?.(event));
}

/** Whether the list stands above the message. @param {HTMLElement} separator */
const isStacked = (separator) => separator.dataset.pane === 'list' && document.documentElement.dataset.layout === 'rows';

/** Says what part of the window the pane takes. @param {HTMLElement} separator @param {HTMLElement} pane */
function tell(separator, pane) {
  const part = isStacked(separator) ? pane.offsetHeight / innerHeight : pane.offsetWidth / innerWidth;
  separator.setAttribute('aria-valuenow', String(Math.round(100 * part)));
}

/** @param {HTMLElement} separator @param {number} pixels */
function resize(separator, pixels) {
  const whole = isStacked(separator) ? innerHeight : innerWidth;
  const bounded = Math.round(Math.max(LEAST, Math.min(whole * (separator.dataset.pane === 'list' ? .6 : .3), pixels)));
  const name = `${separator.dataset.pane}-${isStacked(separator) ? 'height' : 'width'}`;
  document.documentElement.style.setProperty(`--${name}`, `${bounded}px`);
  localStorage.setItem(`restante.${name}`, `${bounded}px`);
  tell(separator, document.getElementById(separator.dataset.pane));
}
