/** Ticks all messages of the page, or none; hidden without scripts, since it could do nothing then. */

/** @param {HTMLLabelElement} label */
export default function tickAll(label) {
  const all = label.querySelector('input');
  const ticks = [...label.closest('form').querySelectorAll('input[name=ref]')];
  label.hidden = false;
  all.addEventListener('change', () => ticks.forEach((tick) => (tick.checked = all.checked)));
  label.closest('form').addEventListener('change', () => {
    const ticked = ticks.filter((tick) => tick.checked).length;
    all.checked = ticked === ticks.length;
    all.indeterminate = ticked > 0 && ticked < ticks.length;
  });
}
