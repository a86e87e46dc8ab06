/** The closed list of what can go wrong, and the HTTP status that says so. */
export const PROBLEM_STATUS = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_large: 413,
  unsupported: 415,
  rate_limited: 429,
  internal: 500,
  upstream: 502,
  unavailable: 503,
} as const;
export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** One thing wrong with one place of the input; `code` is what the screen puts into the person's language. */
export type Fault = { path: string; code: string; message: string };

/** A refusal, in the one shape that every route answers. Anything else that is thrown is a bug and says only "internal". */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly problems: Fault[];

  constructor(code: ProblemCode, message: string, problems: Fault[] = []) {
    super(message);
    this.name = "Problem";
    this.code = code;
    this.problems = problems;
  }

  get status() {
    return PROBLEM_STATUS[this.code];
  }

  toJSON() {
    return { error: { code: this.code, message: this.message, problems: this.problems } };
  }
}
