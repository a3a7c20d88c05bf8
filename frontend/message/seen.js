/** Says to the server that a message was seen, once it really is in view. */

/** @param {HTMLElement} message */
export default function seen(message) {
  const { unread, ref } = message.dataset;
  if (!unread) {
    return;
  }
  const inView = () => {
    if (document.visibilityState === 'visible' && message.isConnected && message.dataset.ref === ref) {
      watch.disconnect();
      document.removeEventListener('visibilitychange', inView);
      import('restante/message/act.js').then((module) => module.mark('seen', [ref], true));
    }
  };
  const watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && inView());
  watch.observe(message);
  document.addEventListener('visibilitychange', inView);
}
