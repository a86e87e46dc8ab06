/**
 * The smallest push that works, to be pasted into a terminal.
 * @param token `null`: to be filled in by the reader
 */
export const pushExample = (address: string, token: string | null, at: string): string =>
  [
    `curl --retry 8 "${address}" \\`,
    `  -H "Authorization: Bearer ${token ?? "TOKEN"}" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '{`,
    `"platform": "instagram",`,
    `"account": "perpustakaan",`,
    `"read_at": "${at}",`,
    `"followers": 1204}'`,
  ].join("\n");
