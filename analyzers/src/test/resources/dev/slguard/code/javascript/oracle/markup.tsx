const a = <div className="a&amp;b" {...p} on-x={f(1)} a:b='c' d><>text {x} {/* c */} it's <b.c.d e=<i/> /></></div>;
const b = <T,>(x: T) => <Foo<string> x="y">{...xs}{`t${1}`}{'s'} &nbsp; </Foo>; const c = <T extends object>(x: T) => x; const d = x < y; f(<this.Foo/>, <a-b-c/>, a < b, c > d);
const e = cond ? <a/> : <b>{y.map(z => <li key={z}>{g(z)}</li>)}</b>; function F({ x }: P) { return (<a href={`x${y}`}>{x && <B/>}</a>) }
const s = <a b="multi
line" c='"' />;
