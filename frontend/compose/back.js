/** Has the person taken to the inbox once a message is sent off; there a toast follows it. */

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
  back.value = '/mail/INBOX';
  options.append(back);
}
