/** How each host says what a fault makes it say. */
import { type Answer, type Incoming, ok } from "./call.ts";
import type { FaultKind } from "./faults.ts";
import { deadToken, graphAnswer, throttled } from "./graph-errors.ts";
import { nowOf } from "./state.ts";
import { appRefused, tiktokError } from "./tiktok.ts";
import { businessAppRefused, businessError, DEAD_TOKEN } from "./tiktok-business.ts";
import { noCredits, tooMany, unauthorized, appRefused as xAppRefused } from "./x-answers.ts";

const HTML =
  "<!doctype html><html><head><title>Error</title></head><body>Sorry, something went wrong.</body></html>";

/** An answer that a fault gives in the platform's stead; `null`: the platform answers, the fault spoils it later or inside. */
export function refusalFor(call: Incoming, fault: FaultKind): Answer | null {
  switch (fault.kind) {
    case "throttled":
      return throttledAnswer(call, fault);
    case "token_dead":
      return deadAnswer(call, fault.subcode ?? 460);
    case "app_refused":
      return isRefresh(call) ? appAnswer(call) : null;
    case "server_error":
      return serverError(call, fault.status ?? 500);
    case "html":
      return {
        status: fault.status ?? 502,
        body: HTML,
        headers: { "content-type": "text/html; charset=utf-8" },
      };
    case "error_in_200":
      return errorIn200(call);
    case "graph_error": {
      const { code, subcode, message, status } = fault;
      return graphAnswer({
        code,
        message: message ?? `(#${code}) An error occurred`,
        ...(subcode === undefined ? {} : { subcode }),
        ...(status === undefined ? {} : { status }),
      });
    }
    case "no_credits":
      return noCredits();
    default:
      return null;
  }
}

const isMeta = ({ door }: Incoming) => door === "facebook" || door === "instagram";

/** Without a regain time: as long as nobody says. */
function throttledAnswer(
  call: Incoming,
  { code, regain_minutes }: { code?: number; regain_minutes?: number | null },
): Answer {
  if (isMeta(call)) {
    const instagram = call.door === "instagram" || /\/1784\d+/.test(call.path);
    const refusal = graphAnswer(throttled(code ?? (instagram ? 80002 : 80001)));
    if (regain_minutes === undefined) return refusal;
    const used = {
      type: instagram ? "instagram" : "pages",
      call_count: 100,
      total_cputime: 25,
      total_time: 25,
      estimated_time_to_regain_access: regain_minutes ?? 0,
    };
    const header = JSON.stringify({ [call.grant?.account ?? "0"]: [used] });
    return { ...refusal, headers: { "x-business-use-case-usage": header } };
  }
  if (call.door === "x") {
    if (regain_minutes == null) return tooMany();
    const reset = nowOf(call.state) + regain_minutes * 60;
    return {
      ...tooMany(),
      headers: {
        "x-rate-limit-limit": "900",
        "x-rate-limit-remaining": "0",
        "x-rate-limit-reset": String(reset),
      },
    };
  }
  return call.door === "tiktok"
    ? tiktokError("rate_limit_exceeded", "The API rate limit was exceeded.")
    : businessError(code ?? 40100, "Too many requests. Please retry later.");
}

const isRefresh = ({ path }: Incoming) => /oauth2?\/|access_token/.test(path);

function deadAnswer(call: Incoming, subcode: number): Answer {
  if (isMeta(call)) return graphAnswer(deadToken(subcode));
  if (call.door === "x") {
    const body = {
      error: "invalid_request",
      error_description: "Value passed for the token was invalid.",
    };
    return isRefresh(call) ? { status: 400, body } : unauthorized();
  }
  if (call.door === "tiktok-business") return businessError(...DEAD_TOKEN);
  return isRefresh(call)
    ? {
        status: 400,
        body: { error: "invalid_grant", error_description: "The grant is invalid or has expired." },
      }
    : tiktokError("access_token_invalid", "The access token is invalid or not found.");
}

function appAnswer({ door }: Incoming): Answer | null {
  switch (door) {
    case "x":
      return xAppRefused();
    case "tiktok":
      return appRefused();
    case "tiktok-business":
      return businessAppRefused();
    default:
      return null;
  }
}

function serverError(call: Incoming, status: number): Answer {
  if (isMeta(call)) {
    const error = { code: 2, status, transient: true, message: "Service temporarily unavailable" };
    return graphAnswer(error);
  }
  if (call.door === "x") {
    const title = "Internal Server Error";
    return { status, body: { title, detail: title, type: "about:blank", status } };
  }
  return call.door === "tiktok"
    ? { ...tiktokError("internal_error", "Internal error, please retry."), status }
    : { status, body: { code: 50000, message: "Internal error.", request_id: "", data: {} } };
}

function errorIn200(call: Incoming): Answer {
  if (isMeta(call)) {
    const { body } = graphAnswer({ code: 1, message: "An unknown error occurred" });
    return ok(body);
  }
  if (call.door === "x") {
    const error = {
      title: "Internal Error",
      detail: "Something is broken.",
      type: "https://api.x.com/2/problems/internal-error",
    };
    return ok({ errors: [error] });
  }
  return call.door === "tiktok"
    ? { ...tiktokError("internal_error", "Internal error, please retry."), status: 200 }
    : businessError(51010, "Internal service error, please retry.");
}

/** A list's page with nothing on it. What says that the list goes on stays. */
export function emptied(answer: Answer): Answer {
  const { body } = answer;
  if (typeof body !== "object" || body === null) return answer;
  const whole = body as Record<string, unknown>;
  if (Array.isArray(whole.data)) {
    if (!whole.meta) return { ...answer, body: { ...whole, data: [] } };
    const { next_token } = whole.meta as { next_token?: string };
    const meta = { result_count: 0, ...(next_token === undefined ? {} : { next_token }) };
    return { ...answer, body: { meta } };
  }
  const data = whole.data as Record<string, unknown> | undefined;
  return data && Array.isArray(data.videos)
    ? { ...answer, body: { ...whole, data: { ...data, videos: [] } } }
    : answer;
}
