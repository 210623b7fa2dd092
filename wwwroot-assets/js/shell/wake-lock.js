// Keeps a screen with a running clock lit: the phone on the table, the wall and the console. Browsers allow it only over https, and
// release the lock when the page is hidden. Where they do not allow it, nothing happens and no message is shown.
const pause = 5_000;

export class ScreenWakeLock {
  /** @type {WakeLockSentinel | null} */
  #lock = null;
  #asking = false;

  /**
   * @param {WakeLock | undefined} wakeLock
   * @param {() => boolean} isNeeded
   */
  constructor(wakeLock, isNeeded) {
    this.wakeLock = wakeLock;
    this.isNeeded = isNeeded;
  }

  async look() {
    if (!this.wakeLock || this.#asking) return;
    const needed = this.isNeeded();
    if (needed === (this.#lock !== null && !this.#lock.released)) return;
    this.#asking = true;
    try {
      if (needed) {
        this.#lock = await this.wakeLock.request('screen');
      } else {
        const lock = this.#lock;
        this.#lock = null;
        await lock?.release();
      }
    } catch {
      // The battery is low, or it is not allowed: the next check asks again.
    }
    this.#asking = false;
  }
}

// In overtime (`over`) people look at the clock that counts up, so the screen stays lit. After an hour (`out`, see clock.js) it does not:
// a page that was left open must not keep a screen lit all night.
/** @param {Document} page */
export function isRunning(page) {
  if (page.visibilityState !== 'visible') return false;
  const clocks = [...page.querySelectorAll('.board dip-clock, .wall dip-clock, .console dip-clock')];
  return clocks.some(({ dataset }) => dataset.paused !== 'true' && dataset.state !== 'out');
}

if (globalThis.document) {
  const lock = new ScreenWakeLock(globalThis.navigator?.wakeLock, () => isRunning(document));
  document.addEventListener('visibilitychange', () => lock.look());
  setInterval(() => lock.look(), pause);
}
