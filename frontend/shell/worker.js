/** Installs the service worker; done on the sign-in page, where it is in nobody's way. */

import { workerAddress } from 'restante/shared/trusted.js';

export default function worker() {
  navigator.serviceWorker?.register(workerAddress()).catch(() => {});
}
