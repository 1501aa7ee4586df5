export const quote = (value: string) => `'${value.replace(/'/g, "''")}'`;
export const wrap = (value: string) => `'${value}'`;
