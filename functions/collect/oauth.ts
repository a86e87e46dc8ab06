/** What OAuth 2 has in common wherever an app shows who it is. */

/** A form as an app sends it: a confidential one proves who it is by its secret, a public one says its name alone. */
export const formOfApp = (
  { id, secret }: { id: string; secret: string | undefined },
  form: Readonly<Record<string, string>>,
) =>
  secret
    ? {
        form,
        headers: {
          authorization: `Basic ${btoa(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`)}`,
        },
      }
    : { form: { ...form, client_id: id } };

/** Said of the app, whatever its token is worth. */
export const isAppRefused = (error: string | null): boolean =>
  error === "invalid_client" || error === "unauthorized_client";
