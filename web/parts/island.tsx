import type { ComponentChildren } from "preact";

/**
 * A place where the browser takes over once it comes into view: `web/client.tsx` names the module of each island.
 * What stands inside is there without JavaScript; the props travel as JSON, words included.
 */
export function Island(props: { name: string; props: unknown; children?: ComponentChildren }) {
  return (
    <div data-island={props.name}>
      <script
        type="application/json"
        // "<" escaped: no text can end the element
        dangerouslySetInnerHTML={{
          __html: JSON.stringify(props.props).replaceAll("<", "\\u003c"),
        }}
      />
      {props.children}
    </div>
  );
}
