/** Calls functions of the application where nothing that they throw would reach it. */
export interface FailingCallbacks {
  call<Value>(callback: ((value: Value) => void) | undefined, value: Value): void;
  /** Rejects with what the first of them throws; never resolves. */
  readonly failed: Promise<never>;
}

export function failingCallbacks(): FailingCallbacks {
  let fail: (error: unknown) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => {}); // it may fail before anybody waits for it
  return {
    call: (callback, value) => {
      const called = async () => callback?.(value);
      called().catch(fail);
    },
    failed,
  };
}
