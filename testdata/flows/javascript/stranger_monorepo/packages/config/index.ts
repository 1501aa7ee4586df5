export const TABLES: Record<string, string> = { orders: "orders_v2", users: "users_v3" };
export const root = "/var/data";
