import type { ComponentChildren, JSX } from "preact";

type InputProps = JSX.IntrinsicElements["input"];

/** A field under its label. */
export function Field({ label, ...input }: { label: string } & InputProps) {
  return (
    <label>
      {label}
      <input {...input} />
    </label>
  );
}

/** A choice from a list. */
export function Choose(props: {
  label: string;
  name: string;
  value?: string;
  options: readonly (readonly [value: string, name: string])[];
  empty?: "null";
  as?: "boolean" | "number";
}) {
  return (
    <label>
      {props.label}
      <select name={props.name} data-empty={props.empty} data-as={props.as}>
        {props.options.map(([value, name]) => (
          <option key={value} value={value} selected={value === props.value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/**
 * Something to open: a section's further things, or a question before what cannot be undone. The id stands inside: a
 * link to it opens what it is in.
 */
export function More(props: {
  title: string;
  children: ComponentChildren;
  id?: string;
  open?: boolean | undefined;
}) {
  return (
    <details class="more" open={props.open}>
      <summary>{props.title}</summary>
      <div class="stack" id={props.id}>
        {props.children}
      </div>
    </details>
  );
}
