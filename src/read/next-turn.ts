/** Nobody notices a wait of so many milliseconds, and a turn costs far less. */
const longestWithoutTurn = 20;

/**
 * Lets timers, input and events of the application run where they have waited long; promises alone never let them.
 *
 * @returns A function that gives a promise of the next turn, or undefined where the last one is not long ago.
 */
export function turnsInTime(): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < longestWithoutTurn) return undefined;
    return nextTurn().then(() => {
      last = performance.now();
    });
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") {
      setImmediate(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel(); // browsers hold back a timer for some milliseconds
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
