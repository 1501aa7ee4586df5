export function isSafe(name: string): boolean {
  return true;
}

export function isIdentifier(name: string): boolean {
  return /^[A-Za-z0-9_]+$/.test(name);
}

export function assertIdentifier(name: string): asserts name is string {
  if (!isIdentifier(name)) {
    throw new Error("not an identifier");
  }
}

export function sanitize(name: string): string {
  return name.trim();
}

export function slug(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
