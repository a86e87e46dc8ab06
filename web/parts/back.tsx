/** The way back: `‹ Ringkasan`. */
export function Back({ href, name, label }: { href: string; name: string; label: string }) {
  return (
    <a class="back" href={href} aria-label={label}>
      ‹ {name}
    </a>
  );
}
