/** Selects messages: a range with Shift, single ones with Ctrl, all of them with the box above. */

/** @param {HTMLElement} list */
export default function selection(list) {
  let anchor = '';
  list.addEventListener('click', (event) => {
    const row = event.target.closest('.row[data-ref]');
    const onBox = event.target.closest('.row-tick');
    const several = event.shiftKey || (!onBox && (event.ctrlKey || event.metaKey));
    if (row && several) {
      event.preventDefault();
      const rows = event.shiftKey ? between(list, rowOf(list, anchor) ?? list.querySelector('.row.open') ?? row, row) : [row];
      rows.forEach((each) => tick(each, event.shiftKey || !box(each).checked));
    }
    anchor = row?.dataset.ref ?? anchor;
  });
  list.addEventListener('change', () => count(list));
  const all = list.querySelector('.tick-all input');
  if (all) {
    all.closest('label').hidden = false;
    all.addEventListener('change', () => tickAll(all.checked));
    count(list);
  }
}

const rowsIn = (list) => [...list.querySelectorAll('.row[data-ref]')];
const box = (row) => row.querySelector('[name=ref]');

/** Rows are exchanged for fresh ones: one is known by its message. */
const rowOf = (list, ref) => rowsIn(list).find((row) => row.dataset.ref === ref);

/** @param {HTMLElement} row @param {boolean} is */
export function tick(row, is) {
  if (box(row).checked !== is) {
    box(row).checked = is;
    box(row).dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/** Ticks all rows that are in the page, or none. @param {boolean} is */
export function tickAll(is) {
  const rows = rowsIn(document);
  rows.forEach((row) => (box(row).checked = is));
  rows[0]?.dispatchEvent(new Event('change', { bubbles: true }));
}

function between(list, one, other) {
  const rows = rowsIn(list);
  const [from, to] = [rows.indexOf(one), rows.indexOf(other)].sort((a, b) => a - b);
  return rows.slice(from, to + 1);
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
