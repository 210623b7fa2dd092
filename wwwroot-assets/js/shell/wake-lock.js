// A screen that shows a running clock does not go dark: the phone on the table, the wall and the console. Browsers allow it only over
// https, and let go of it whenever the page is hidden; where they do not allow it, nothing happens and nothing is said.
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
      // Little battery, or not allowed: asked for again at the next look.
    }
    this.#asking = false;
  }
}

// In overtime (`over`) everybody looks at the figures that count up, so the screen stays lit. An hour later (`out`, see clock.js) nobody
// does: a page that was left open must not keep a screen lit all night.
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
