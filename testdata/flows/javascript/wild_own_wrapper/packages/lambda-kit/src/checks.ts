export function assertSlug(value: unknown): asserts value is string {
  if (typeof value !== "string" || !/^[a-z0-9-]{1,40}$/.test(value)) {
    throw new TypeError("not a slug");
  }
}

const SORT_KEYS = ["created", "price"] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export const isSortKey = (value: unknown): value is SortKey => SORT_KEYS.includes(value as SortKey);
