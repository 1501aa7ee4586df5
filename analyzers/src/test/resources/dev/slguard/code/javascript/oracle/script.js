x = 1
with (o) { f(x) } var let1 = 1; var yield = 2, await = 3; yield * 2; if (a) { } /x/g.test(y)
var f = a < b > (c); var r = x
/foo/g.exec(y); async function q() {} var o = { if: 1, get a() { return 1 } }; var p = a ? (b) : c => d;
a = b ? c : d ? e : (f, g); var x = function () { return /a/ }, y = {} / 1; i = i++ / 2; x = (y) / (z) / 1; for (;;) break; var g = <p>hi</p>;
let
z = 1
"use strict"; var \u0061b = 1; var ünï = '\0'; x = y /* c
*/ z = 1
