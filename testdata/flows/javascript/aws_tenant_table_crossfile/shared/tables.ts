const TABLES = { orders: "orders-v2", carts: "carts-v1" } as const;

export function tableOf(tenant: string, kind: string): string {
  return `${tenant}-${kind}`;
}

export function knownTable(kind: string): string {
  if (!Object.hasOwn(TABLES, kind)) {
    throw new Error("no such table");
  }
  return TABLES[kind as keyof typeof TABLES];
}
