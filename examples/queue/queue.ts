/** What both sides of the queue know of each other. */
export const queueName = "budgets";

/** A job: where the file is and where its result goes, both on storage that all machines share. */
export interface BudgetJob {
  readonly path: string;
  readonly result: string;
}

/** What a job leaves in Redis; the document itself is in the file. */
export interface BudgetJobResult {
  readonly organization: string | null;
  readonly fiscalYear: number | null;
  readonly tables: number;
}

/** The Redis that all machines reach: `REDIS_URL`, or the one on this machine. */
export const connection = { url: process.env.REDIS_URL ?? "redis://127.0.0.1:6379" };
