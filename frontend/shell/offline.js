/** Loads the page that was wanted as soon as there is a network again. */

export default function offline() {
  addEventListener('online', () => location.reload());
}
