# Every syntax of Python 3.14 once; syntax.json beside it holds what CPython 3.14 says about this file (facts.mjs).
from __future__ import annotations
import os.path as p, sys
from ..pkg.mod import (a as b, c,)
from . import *


@decorator[0].x(1, *args, key=2, **kwargs)
@(lambda f: f)
async def handler(event, /, context: "Context" = None, *rest: int, key=1, **kw) -> dict[str, int]:
    """Doc
    string with \t tab, \N{BULLET}, \x41, \u00e9, \101 and 'quotes'."""
    global g
    nonlocal_name = yield
    async with a as (b, c), d as e[0]: pass; f()
    async for i, *j in k: await z(i)
    return [x async for x in y if x if not x], {**a, 'k': v}, {*s, 1}, (yield x), (q := 5)


def generic[T: (int, str) = int, *Ts = *tuple[int], **P = [int]](x: T, *a: *Ts) -> T: return x


class C[T](Base, metaclass=M, **extra):
    x: int = 1
    y: str
    (z): float = 2.5e-3j
    def method(self): return super().method()
    @property
    def prop(self) -> str: return f"{self.x!r:>{width}.{prec}} {{literal}} {self.y=} {'nested' 'text'!s}"


type Alias[T] = list[T] | None
def f(): pass
f"{f"{f"{1 + 1}"}"}" 'plain' rf"\d{x}\{y}"
t"template {name!r:{spec}} {'q'}"
rt'raw {x}\n'
b'bytes \xff' rb'\x00'
x = y = 0x1F + 0b11 + 0o17 + 1_000.5e-3 + 1j
x @= y; x //= 2; x **= -2 ** -2; x >>= 1
del (a), b[0], c.d
assert x, "message"
print(*a, sep='', **k)
lambda: (yield)
lambda *, k=1, **kw: k
a if b else c if d else e
not a in b is not c < d <= e != f
x = *a, *b
a[1:2, ::3, ..., *b]
a[b := 1]
try:
    raise E from e
except* (A, B) as group:
    pass
try: pass
except A, B: pass
except C as c: pass
else: pass
finally: pass
match command.split():
    case ["go", ("north" | "south") as direction, *rest] if rest: pass
    case {"key": value, **others}: pass
    case Point(x=0, y=-1.5 + 2j) | Other(Kind.A, None): pass
    case [*_] | (1, 2) | "a" "b": pass
    case _: pass
match = {}
match.case = match(match)[match]
case, type = type(match), print
while x: break
else: continue_ = 1
for x in *a, b: continue
with (open("a") as f, open("b") as g,): pass
with (a, b): pass
with (a): pass
with (yield): pass
with (a, b) as c: pass
if (n := len(a)) > 10: pass
elif b: pass
else: pass
call(x for x in y)
call(
    a,  # comment (with bracket
    "multi" \
    "line",
)
x = a if \
    b else c
if x:
	tab = "tab"
finally_ = '''triple
'quoted' \
text'''
