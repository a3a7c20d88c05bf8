/** Has the person taken back to where they were once a message is sent off; there a toast follows it. */

/** @param {HTMLElement} options */
export default function goBack(options) {
  if (options.closest('[data-place]')) {
    // A composer beside what the person reads: they never left.
    return;
  }
  const back = document.createElement('input');
  back.type = 'hidden';
  back.name = 'back';
  // Below the application's own path, which the server adds.
  back.value = before().slice(options.closest('form').dataset.outbox.length - '/outbox'.length);
  options.append(back);
}

/** @returns {string} the page of ours that the person came from, or the inbox; a composer is none to go back to */
function before() {
  const from = document.referrer && new URL(document.referrer);
  const ours = from && from.origin === location.origin && !/\/(compose|drafts|outbox|login)(\/|$)/.test(from.pathname);
  return ours ? from.pathname + from.search : document.querySelector('.masthead a[href]').getAttribute('href');
}
