/** Selects messages: a range with Shift, single ones with Ctrl, all of them with the box above. */

/** @param {HTMLElement} list */
export default function selection(list) {
  let anchor = null;
  list.addEventListener('click', (event) => {
    const row = event.target.closest('.row[data-ref]');
    const onBox = event.target.closest('.row-tick');
    if (!row || !(onBox ? event.shiftKey : event.shiftKey || event.ctrlKey || event.metaKey)) {
      anchor = onBox || event.ctrlKey ? row : anchor;
      return;
    }
    event.preventDefault();
    const rows = event.shiftKey ? between(list, anchor ?? list.querySelector('.row.open') ?? row, row) : [row];
    rows.forEach((each) => tick(each, event.shiftKey || !box(each).checked));
    anchor = row;
  });
  list.addEventListener('change', () => count(list));
  const all = list.querySelector('.tick-all input');
  if (all) {
    all.closest('label').hidden = false;
    all.addEventListener('change', () => rowsIn(list).forEach((row) => tick(row, all.checked)));
    count(list);
  }
}

const rowsIn = (list) => [...list.querySelectorAll('.row[data-ref]')];
const box = (row) => row.querySelector('[name=ref]');

/** @param {HTMLElement} row @param {boolean} is */
export function tick(row, is) {
  if (box(row).checked !== is) {
    box(row).checked = is;
    box(row).dispatchEvent(new Event('change', { bubbles: true }));
  }
}

function between(list, one, other) {
  const rows = rowsIn(list);
  const ends = [rows.indexOf(one), rows.indexOf(other)].sort((a, b) => a - b);
  return rows.slice(Math.max(0, ends[0]), ends[1] + 1);
}

/** Shows on the box above whether all are ticked, or only some. */
function count(list) {
  const all = list.querySelector('.tick-all input');
  if (all) {
    const ticked = list.querySelectorAll('.row [name=ref]:checked').length;
    all.checked = ticked > 0 && ticked === rowsIn(list).length;
    all.indeterminate = ticked > 0 && !all.checked;
    list.querySelector('.list-count').textContent = ticked.toLocaleString(document.documentElement.lang);
  }
}
