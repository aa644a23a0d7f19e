type Child = Node | string | number | null | undefined | false;

export interface Properties {
  readonly class?: string;
  readonly title?: string;
  readonly type?: string;
  readonly id?: string;
  readonly role?: string;
  readonly tabindex?: number;
  readonly colspan?: number;
  readonly rowspan?: number;
  readonly scope?: string;
  readonly style?: string;
  readonly hidden?: boolean;
  readonly onclick?: (event: MouseEvent) => void;
  readonly [attribute: `aria-${string}` | `data-${string}`]: string | number | boolean | undefined;
}

/** An HTML element with its attributes and children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value as EventListener);
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(
    ...children
      .filter((child) => child !== null && child !== undefined && child !== false)
      .map((child) => (child instanceof Node ? child : String(child))),
  );
  return made;
}
