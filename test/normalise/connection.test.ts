import { describe, expect, test } from "vitest";
import { readConnection } from "../../functions/normalise/connection.ts";
import { refusal } from "./refusal.ts";

const NOTHING = { external_id: null, handle: null, name: null, credentials: null };

describe("an account to be connected", () => {
  test.each([
    ["a page, by its token", { platform: "facebook", credentials: { access_token: "t" } }, {}],
    [
      "Instagram by the page's login",
      { platform: "instagram", credentials: { access_token: "t", login: "facebook" } },
      {},
    ],
    [
      "Instagram by its own",
      { platform: "instagram", credentials: { access_token: "t", login: "instagram" } },
      {},
    ],
    ["X by the app's token", { platform: "x", credentials: { bearer_token: "t" } }, {}],
    [
      "X by a user's, of a public client",
      { platform: "x", credentials: { client_id: "c", refresh_token: "r" } },
      {},
    ],
    [
      "X by a user's, of a confidential one",
      { platform: "x", credentials: { client_id: "c", client_secret: "s", refresh_token: "r" } },
      {},
    ],
    [
      "TikTok by its Display API",
      {
        platform: "tiktok",
        credentials: { client_key: "k", client_secret: "s", refresh_token: "r" },
      },
      {},
    ],
    [
      "said so",
      {
        platform: "tiktok",
        credentials: { api: "display", client_key: "k", client_secret: "s", refresh_token: "r" },
      },
      {},
    ],
    [
      "TikTok by its Business API",
      {
        platform: "tiktok",
        credentials: { api: "business", app_id: "a", secret: "s", refresh_token: "r" },
      },
      {},
    ],
  ])("%s", (_, body, more) =>
    expect(readConnection(body)).toEqual({ ...NOTHING, ...body, ...more }),
  );

  test("without credentials it is pushed or imported, by its handle", () =>
    expect(
      readConnection({
        platform: "x",
        handle: "@Perpus",
        external_id: " 12 ",
        name: " Perpustakaan ",
      }),
    ).toEqual({
      platform: "x",
      external_id: "12",
      handle: "perpus",
      name: "Perpustakaan",
      credentials: null,
    }));

  test("a name of nothing is none", () =>
    expect(readConnection({ platform: "x", handle: null, name: "  " })).toEqual({
      ...NOTHING,
      platform: "x",
    }));

  test("a token is taken without the spaces round it", () =>
    expect(
      readConnection({ platform: "x", credentials: { bearer_token: " t\n" } }).credentials,
    ).toEqual({ bearer_token: "t" }));
});

test.each(["..", "../me", "1?method=delete", "%2e%2e", "perpus kota"])(
  "an id that leads elsewhere in an address is none: %s",
  (external_id) =>
    expect(refusal(() => readConnection({ platform: "facebook", external_id }))).toEqual({
      code: "invalid",
      problems: [["external_id", "unsafe_id"]],
    }),
);

describe("an account as a person names it", () => {
  test.each([
    ["instagram", "perpustakaan.pasuruan", "perpustakaan.pasuruan"],
    ["instagram", "@Perpus", "perpus"],
    ["instagram", " https://www.instagram.com/Perpus/ ", "perpus"],
    ["instagram", "https://www.instagram.com/perpus/?igsh=1", "perpus"],
    ["tiktok", "HTTPS://www.tiktok.com/@perpus/video/1", "perpus"],
    ["facebook", "https://www.facebook.com/PerpusKota", "perpuskota"],
    ["x", "https://x.com/perpus/status/1", "perpus"],
  ])("%s: %s is %s", (platform, handle, known) =>
    expect(readConnection({ platform, handle }).handle).toBe(known),
  );

  test.each([
    ["instagram", "perpus kota"],
    ["instagram", "https://www.instagram.com/"],
    ["instagram", "https://evil.example/perpus"],
    ["facebook", "https://www.facebook.com/profile.php?id=1"],
    ["facebook", "https://www.facebook.com/perpus%20kota"],
    ["x", "a/b"],
  ])("%s: %s is none", (platform, handle) =>
    expect(refusal(() => readConnection({ platform, handle }))).toEqual({
      code: "invalid",
      problems: [["handle", "not_a_handle"]],
    }),
  );
});

describe("what is refused", () => {
  test.each<[string, unknown, [string, string][]]>([
    ["no platform", {}, [["platform", "required"]]],
    ["an unknown one", { platform: "youtube" }, [["platform", "not_one_of"]]],
    ["a text", "x", [["", "wrong_type"]]],
    ["an unknown field", { platform: "x", password: "p" }, [["password", "unknown_field"]]],
    [
      "an empty token",
      { platform: "facebook", credentials: { access_token: " " } },
      [
        ["credentials.access_token", "empty"],
        ["credentials.access_token", "wrong_type"],
      ],
    ],
    [
      "a token with a space in it",
      { platform: "facebook", credentials: { access_token: "a b" } },
      [["credentials.access_token", "wrong_type"]],
    ],
    [
      "a token longer than any",
      { platform: "facebook", credentials: { access_token: "t".repeat(5001) } },
      [["credentials.access_token", "too_long"]],
    ],
    [
      "Instagram's token without its login",
      { platform: "instagram", credentials: { access_token: "t" } },
      [["credentials.login", "required"]],
    ],
    ["a name longer than any", { platform: "x", name: "n".repeat(201) }, [["name", "too_long"]]],
  ])("%s", (_, body, problems) => {
    const found = refusal(() => readConnection(body));
    expect(found.code).toBe("invalid");
    expect(found.problems).toEqual(problems);
  });

  test("says which platforms there are, whatever else is wrong", () =>
    expect(() => readConnection({ platform: "youtube", password: "p" })).toThrow(
      "platform must be facebook, instagram, x or tiktok; nothing was stored",
    ));

  test("else what is wrong first, and never the token", () => {
    const run = () =>
      readConnection({ platform: "facebook", credentials: { access_token: "geheim 1" } });
    expect(run).toThrow(/^credentials\.access_token /);
    expect(run).not.toThrow(/geheim/);
  });
});
