# slguard:handler handler
import collections
import copy
import os


def fill(target, value):
    target["filled"] = value


def head(values):
    return values[0]


def handler(event, context):
    text = event["body"]
    box = {"a": "x", "b": text}
    other = box
    other["c"] = text
    os.system("say " + box["a"])  # slguard:safe
    os.system("say " + box["c"])  # slguard:expect command-injection
    fill(box, text)
    os.system("say " + box["filled"])  # slguard:expect command-injection
    box["b"] = "clean"
    os.system("say " + box["b"])  # slguard:safe
    items = ["x", text]
    os.system("say " + head(items))  # slguard:safe
    os.system("say " + items[-1])  # slguard:expect command-injection
    first, *rest = items
    os.system("say " + first)  # slguard:safe
    os.system("say " + rest[0])  # slguard:expect command-injection
    items.insert(0, text)
    os.system("say " + items[0])  # slguard:expect command-injection
    items.clear()
    items.append("y")
    os.system("say " + items[0])  # slguard:safe
    queue = collections.deque()
    queue.append(text)
    os.system("say " + queue.popleft())  # slguard:expect command-injection
    grouped = collections.defaultdict(list)
    grouped["k"].append(text)
    os.system("say " + grouped["k"][0])  # slguard:expect command-injection
    os.system("say " + str(collections.Counter(text).total()))  # slguard:safe
    nested = {"outer": {"inner": [text, "z"]}}
    os.system("say " + copy.deepcopy(nested)["outer"]["inner"][0])  # slguard:expect command-injection
    os.system("say " + nested["outer"]["inner"][1])  # slguard:safe
    merged = {"p": "x"} | {"q": text}
    os.system("say " + merged["p"])  # slguard:safe
    os.system("say " + merged["q"])  # slguard:expect command-injection
    popped = merged.pop("q")
    os.system("say " + popped)  # slguard:expect command-injection
    left, right = "x", text
    left, right = right, left
    os.system("say " + left)  # slguard:expect command-injection
    os.system("say " + right)  # slguard:safe
    merged.setdefault("s", text)
    os.system("say " + merged["s"])  # slguard:expect command-injection
    pairs = [("a", text), ("b", "fixed")]
    os.system("say " + dict(pairs)["a"])  # slguard:expect command-injection
    total = ""
    total += text
    os.system("say " + total)  # slguard:expect command-injection
    total = "fixed"
    os.system("say " + total)  # slguard:safe
