/**
 * Asks to be led to the inbox once the message is sent off; there a toast follows it. Without a script one is led to the outbox. Whoever
 * writes beside what they read stays there.
 */

/** @param {HTMLElement} options */
export default function follow(options) {
  if (options.closest('.composer[data-place]')) {
    return;
  }
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'follows';
  field.value = 'true';
  options.append(field);
}
