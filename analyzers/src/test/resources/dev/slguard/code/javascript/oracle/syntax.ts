#!/usr/bin/env node
import defer * as d from './d';
import json from './x.json' with { type: 'json' };
import type from './type';
import type { A, type B as C } from 'aws-lambda';
import { type as, type as as, type as as as2 } from 'q';
import fs = require('fs');
import A1 = N.M.x;
export = fs;
export type { Foo } from './foo';
export * as ns from './ns';
export { default as x, y as 'str-name' } from "./z";
type Fn = new (...args: any[]) => void; type AFn = abstract new () => object;
type M<T> = { readonly [K in keyof T as `get${Capitalize<K & string>}`]-?: T[K] };
type Cnd<T> = T extends [infer H extends string, ...infer R] ? H : never;
interface I<in out T> { (x: number): string; new (x: number): I<T>; [k: string]: any; get a(): number; set a(v: number); m?(this: Window, ...r: T[]): asserts this is I<T>; readonly b: unique symbol }
declare const u: unique symbol; declare function foo(x: string): asserts x is "a"; declare module 'x' { export const y: number; } declare global { interface Window { z: 1 } }
abstract class C1<const T extends readonly unknown[]> extends Base.Inner<T> implements I<T>, J {
  @dec() accessor x = 1; static accessor #y = 2; declare z: string; override readonly w!: number; #p?: string;
  static { this.#q = 1; } static #q = 0; static async *gen() { yield* f(); for await (const x of y) { await using a = b(), c = d(); } }
  constructor(private readonly a: string, @Inject('tok') public b?: number, protected c = f(1)) { super(); }
  abstract foo(): void; get v(): number { return 1 } set v(x) { f(x) } async 'quoted'() {} 123() {} [Symbol.iterator]() { return #p in this; }
  foo2(x: string): void; foo2(x: any) { return super.foo2(x as string) satisfies void; }
  [key: string]: any; get; set; static; async; readonly; declare() {} type = 3; static static() {} get get() { return 1 } async async() {}
  in = 1; a? = () => {}
}
enum E { A = 1, B = A << 2, 'c-d' = "x".length } const enum F { X } namespace N.M { export const x = f(1); } module Old { }
function over(a: string): void; function over(a: number): void; function over(a: any) { }
let v1 = <T,>(x: T) => x, v2 = <T>(x), v3 = <const T,>(x: T): T => x, v4 = async <T>(x: T): Promise<T> => { await x }, v5 = <any>foo<string>(1);
const a1 = b ? (c) : d => e; const a2 = b ? (c, d) : e; const a3 = b ? (c): d => e : f; const a4 = (x?: number, {y}: {y: number} = {y: 1}, ...z: T[]): x is string => f(x);
f(a<b, c>(d)); f(a<b, c>d); g<<T>(x: T) => void>(1); if (a < b && c > d) { } x = a < b || c >> d; y = f<string>; new Map<string, Array<number>>(); new Foo<string>; a as any as T[]; x! += 1; x!.y!(); a?.b?.[c]?.(d)!; a?.<T>(x);
const r1 = /[/\]]+/gi, r2 = a / b / c, r3 = /[\p{L}--[a-z]]/v.test(x), r4 = (a) / 2; x++ / 2; if (x) /re/.exec(y);
const t1 = `a${`b${c}` + {a: 1}.a}d`, t2 = tag`x${1}y\u{zz}`, big = 1_000n + 0xFFn + .5 + 1e10 + 0b1 + 0o7;
label: for (const x of xs) { continue label } for (let i = 0, n = (a in b) ? 1 : 2; i < n; i++); for (var k in o) ; for (using r of rs) { }
async function af() { await using x = y; using z = w; for await (const q of r) { } const f = async x => await x; }
try { } catch { } finally { } try { f() } catch ({ message }: any) { } do x++; while (x < 5) y();
var yield1 = function* () { const x = yield; yield a, b; yield* c; }; x ??= y; x ||= z; x **= 2 ** -1; x >>>= 1; x = y >= z; x = (a, b);
var { a, b: { c: [d = 1, , ...e] }, ...rest } = obj; [a.b, c[d]] = [1, 2]; ({ a: x.y, b = 2, ...z.w } = q);
import.meta.url; new.target; import('x'); import.defer('y'); await import('z', { with: { type: 'json' } });
let x1: typeof import('x'), x2: import('y', { with: { 'resolution-mode': 'import' } }).Z<A>, x3: [a: string, b?: number, ...c: T[]], x4: A.B.C<D>[], x5: (string | number)[], x6: `a${string}b`, x7: -1 | 1n | null, x8: (new () => A) | (() => void);
export default abstract class { } 
export default async function () { }
@a @b.c(d) export class D { @e f; @g() [h]() {} }
export declare const zz: string; export abstract class Q { } export async function w() { } export const enum W { A } export import Z = N.M;
let y1 = { async *a() {}, get b() { return 1 }, set b(x) {}, async: 1, get: 2, await: 3, async() {}, get() {}, [k]: 1, 'm'() {}, 1() {}, async get() {}, a, ...s, __proto__: n };
let o: { a: string, b(): void; c: number
 d?: () => void }; type X2 = keyof typeof o[number]["a"]; let fn: (a: number) => (b: string) => void = a => b => { }; function assertIsString(val: any): asserts val { }
if (a) function ff() {} else ; switch (x) { case 1: case "b": { } default: f() } with1: { break with1 } throw new Error("x")
let g1 = a
++b
let tpl = f<A>`x`, neg = -(1), del = delete a.b, ty = typeof x === 'string', vo = void 0; var async; async = 1; var of = 2, type = 3, get = 1, set; type = 4
type
foo
let abstract1 = abstract, ns1 = namespace, is = 1, as = 2; (as as any); let x9 = y as const; x10 = { ...a as B }; for (const a of <any>b) {}
class G<T> extends (B as any)<T> { m = <T>(x: T) => x; static async = 1; static get = 2 } class H extends mixin(A, B) {} var kk = class implements I {}; var ll = class extends A {};
let opt = a ? .5 : 1, o2 = a?.5:1; let z9 = (function () {})(), z8 = (() => {})(), z7 = !function () {}(); var u1 = "\u{1F600}\x41\
z"; export { };
let objt: { [K in A]: B }; let q = (a: any): any => ({}); let qq = async (a): Promise<void> => {}; let pp = async(a, b); f(async () => {}, function () {}, class {}); x = y as any < z;
