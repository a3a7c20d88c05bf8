/** Says how far a search has come while its rows keep coming, and lets it be stopped. */

/** @param {HTMLElement} list */
export default function searching(list) {
  const messages = list.querySelector('.messages');
  const pages = list.querySelector('.pages');
  if (!pages) {
    return;
  }
  const stop = pages.querySelector('.search-stop');
  const last = () => [...messages.querySelectorAll('.rows')].pop();
  let stopped = false;
  const halt = () => {
    delete last().dataset.next;
    list.removeAttribute('aria-busy');
  };
  const said = () => {
    const { next, soFar } = last().dataset;
    pages.hidden = !next;
    if (next) {
      pages.querySelector('.so-far').textContent = soFar;
      pages.querySelector('[rel=next]').href = next;
    } else {
      messages.querySelector('.empty')?.toggleAttribute('hidden', !!messages.querySelector('.row'));
    }
    if (stopped) {
      halt();
    }
  };
  new MutationObserver(said).observe(messages, { childList: true });
  stop.hidden = false;
  stop.addEventListener('click', () => {
    stopped = true;
    stop.hidden = true;
    halt();
  });
}
