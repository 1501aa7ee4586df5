"""What CPython's own parser says about a file: function spans, calls, string values, imports.

Places are line:column, lines from 1, columns in UTF-8 bytes from 0, as in the ast module. Needs Python 3.12 or later:
before that, places inside f-strings were wrong. Run alone it reads the paths of its standard input, one a line, and
prints one JSON object a line.
"""
import ast
import json
import sys
import warnings


def place(node):
    return f"{node.lineno}:{node.col_offset}-{node.end_lineno}:{node.end_col_offset}"


def name(alias):
    return alias.name + (" as " + alias.asname if alias.asname else "")


def facts(path, source):
    found = {"file": path, "ok": True, "functions": [], "calls": [], "texts": [], "imports": []}
    try:
        text = source.decode("utf-8")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text.removeprefix("\ufeff"))
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return {"file": path, "ok": False, "error": type(error).__name__ + ": " + str(error)[:200]}
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            found["functions"].append(f"{node.name} {place(node)}")
        elif isinstance(node, ast.ClassDef):
            found["functions"].append(f"class {node.name} {place(node)}")
        elif isinstance(node, ast.Lambda):
            found["functions"].append(f"lambda {place(node)}")
        elif isinstance(node, ast.Call):
            found["calls"].append(f"{place(node)} {len(node.args)},{len(node.keywords)}")
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found["texts"].append(node.value)
        elif isinstance(node, ast.Constant) and isinstance(node.value, bytes):
            found["texts"].append("b:" + node.value.decode("latin-1"))
        elif isinstance(node, ast.Import):
            found["imports"].extend("import " + name(alias) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            found["imports"].extend(f"from {module} import {name(alias)}" for alias in node.names)
    return found


def line(path, source):
    return json.dumps(facts(path, source))


if __name__ == "__main__":
    for wanted in sys.stdin.read().splitlines():
        with open(wanted, "rb") as file:
            print(line(wanted, file.read()))
