/**
 * The small intermediate representation that every language lowers to: three-address instructions in basic blocks, one
 * {@link dev.slguard.code.ir.Routine} for each function and for the top level of each module.
 *
 * <h2>For the author of a front end</h2>
 *
 * Write every routine with a {@link dev.slguard.code.ir.RoutineBuilder}; nest the inner ones with
 * {@link dev.slguard.code.ir.RoutineBuilder#nested} at the point where they stand (hoisted declarations: declare all
 * names of a scope first, then make the closures, then the rest). Evaluate from left to right. What to emit:
 *
 * <ul>
 * <li><b>Names.</b> A variable of a routine is a local; {@code resolve(name)} finds it or captures it. What it does not
 * find is a name of the module or a builtin: {@code GetGlobal} / {@code SetGlobal}. Variables at the top level of a
 * module, functions and classes there included, are always globals, also inside its own body ({@code <module>}). Block
 * scoped names (let, const, Java) live in {@code enterScope} / {@code leaveScope}.
 * <li><b>Imports.</b> {@code import a.b as c}: {@code t = Import a.b; SetGlobal c t} (a local inside a function).
 * {@code import a.b}: binds {@code a} to {@code Import a} after {@code Import a.b}. {@code from m import n as k}:
 * {@code Import m member n}. Default import: member {@code default}; namespace import: no member. {@code require("m")} and
 * {@code import("m")} with a constant text: {@code Import m} (dynamic import: then {@code Await} as written; a promise
 * is transparent). With anything else: an ordinary call of the global {@code require} / {@code import}. Java: a type
 * name is {@code Import com.acme.Name} where it is used, and nothing is a global.
 * <li><b>Exports.</b> JavaScript: {@code export const h = v} is {@code SetGlobal h v} and {@code Set(Exports, "h", v)};
 * {@code exports.h = v} and {@code module.exports.h = v} are {@code Set} on {@code Exports};
 * {@code module.exports = v} is {@code ReplaceExports}; {@code export default} sets {@code default};
 * {@code export {x} from "m"} imports the member and sets it. Python and Java: {@code exportsGlobals}, nothing to emit.
 * <li><b>Constants</b> are operands: no instruction. {@code a + b} of two constant texts folds in the engine.
 * <li><b>Text.</b> f-strings, template literals and {@code +} with an operand that is surely a text become one
 * {@code Concat}, parts in order, nested ones flattened. A {@code +} that may be a sum is {@code ADD};
 * {@code x += e} is the operator and a {@code Copy}. Python's {@code %} is {@code PERCENT} with its two operands. A
 * format specification or {@code !r} is a call of the global {@code format} or {@code repr} on the part.
 * <li><b>Members.</b> {@code a.b} is {@code Get FIELD}, {@code a[b]} {@code Get ELEMENT}, {@code a[1:2]} {@code SLICE};
 * optional chaining reads as the plain form (no branch).
 * <li><b>Calls.</b> {@code f(x)} is {@code Callee.Value}; {@code a.b(x)} is {@code Callee.Method} and never a {@code Get}
 * followed by a {@code Value}; {@code a[b](x)} is {@code Get} and {@code Value}. {@code new T(x)} is
 * {@code Callee.Constructor}. {@code super().m(x)}, {@code super.m(x)}, {@code super(x)}: {@code Callee.Super}. Java:
 * an unqualified call is a method of {@code this}, or of the imported type for a static one; the type is
 * {@code Import}ed. Each argument carries its own span.
 * <li><b>Tagged templates.</b> A call of the tag: first a {@code MakeList TEMPLATE} of the texts, then the holes. JSX:
 * a call of member {@code jsx} of {@code Import react/jsx-runtime} with the type (text or component) and a map of
 * properties, children under {@code children}.
 * <li><b>Destructuring.</b> {@code {a, b: c = d, ...rest} = v}: {@code Get FIELD} each; {@code rest} is a
 * {@code MakeMap} with a spread of {@code v}. {@code [a, ...b] = v}: {@code Get ELEMENT} by index, {@code SLICE} for the
 * rest. A default is a branch on {@code MISSING} of the part. Python's tuple targets likewise.
 * <li><b>Parameters.</b> A destructured parameter has an empty name; the body takes it apart. A default is a branch on
 * {@code MISSING} of the parameter at the start. {@code self} and {@code this} are the receiver, not a parameter.
 * <li><b>Conditions.</b> {@code and}, {@code or}, {@code ??}, {@code ?:} are branches with a {@code Copy} into one
 * temporary on each side, and inside an {@code if} branch directly (no temporary), so that guards are seen: for
 * {@code if (!a && b)} negate by swapping the targets. Comparisons, {@code in}, {@code instanceof} are
 * {@code Operation}s; each chained comparison of Python is one operation and one branch. {@code switch} and
 * {@code match}: a chain of {@code SAME} (constants), {@code INSTANCE_OF} (patterns of types) and branches, then
 * destructuring; fall-through is a jump. {@code assert c} is a branch that raises.
 * <li><b>Loops.</b> {@code for x in y}: head block with {@code c = HAS_NEXT y; branch c body after}; the body begins with
 * {@code Element}. A comprehension makes an empty list or map before, and appends in the body: a call of the method
 * {@code append} (set: {@code add}) or {@code Set ELEMENT}; a generator expression likewise (eagerly). {@code while}:
 * a branch each turn. Java's streams stay calls.
 * <li><b>Exceptions.</b> {@code beginTry(handler)} … {@code endTry()}; the handler begins with {@code Caught}, tests the
 * clauses one after the other with {@code INSTANCE_OF} and raises again at the end. {@code finally} code is lowered
 * once for the normal end, once in a handler that raises again, and before a {@code return} that leaves the try (at
 * most eight copies; beyond that leave them out). {@code with} / try-with-resources: evaluate, call the method
 * {@code __enter__} (Python) whose result is the target, body, call {@code __exit__} / {@code close}.
 * <li><b>Async.</b> {@code await} is {@code Await}; {@code then}, {@code catch} and {@code Promise.all} stay calls.
 * Generators: {@code Yield}.
 * <li><b>Classes.</b> {@code MakeClass} with all methods; {@code SetGlobal} (or {@code Copy}) of its name; static fields
 * by {@code Set FIELD} on the class after it. Instance field initialisers go to the start of every constructor (after
 * its {@code Super ""} call); a class that has some and no constructor gets one that passes its REST parameters on.
 * Python: code of the class body other than methods runs in the enclosing routine: {@code Set FIELD} on the class.
 * Properties are GETTER / SETTER. Nested and anonymous classes are classes whose methods capture. Enum constants are
 * static fields; record components and dataclass fields are {@code Field}s, kind RECORD.
 * <li><b>Decorators and annotations</b> are always {@code Annotation}s of the routine, class, field or parameter, with
 * the name qualified through the imports. In Python and JavaScript a decorator is also the call it is: after
 * {@code MakeClosure}, {@code f = decorator(f)}, innermost first (module level and class level functions of Python;
 * in JavaScript for classes only, whose value the class itself stays).
 * <li><b>Types.</b> Where a declared type stands (parameter, variable, result, field), give it, qualified through the
 * imports: {@code aws-lambda.APIGatewayProxyEvent}. Casts, {@code as T}: {@code Cast}; TypeScript's {@code !} and
 * {@code satisfies}: nothing.
 * <li><b>What there is no instruction for</b> ({@code with} in JavaScript, labels, {@code goto}): lower the parts that
 * can be lowered, in order. Never drop a call.
 * </ul>
 */
@NullMarked
package dev.slguard.code.ir;

import org.jspecify.annotations.NullMarked;
