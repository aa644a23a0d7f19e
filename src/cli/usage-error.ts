/** A call that the argument parser cannot know to be wrong. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
