# slguard:handler handler HTTP_API_V2
import functools
import itertools
import operator
import os
import re
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque
from functools import partial, reduce
from string import Template


def run(tool, *args, quiet=False, **options):
    flags = " ".join(f"--{key}={value}" for key, value in options.items())
    os.system(f"{tool} {' '.join(args)} {flags}")  # slguard:expect command-injection


def run_fixed(tool, *args, **options):
    os.system(f"{tool} {len(args)} {len(options)}")  # slguard:safe


def compose(*functions):
    return lambda value: reduce(lambda acc, function: function(acc), functions, value)


def handler(event, context):
    q = event["queryStringParameters"]
    lint = partial(run, "lint", quiet=True)
    lint(q["file"], level="1")
    counted = partial(run_fixed, "count")
    counted(*q["files"].split(","), level=q["level"])
    line = reduce(lambda left, right: left + " " + right, q["words"].split(","), "echo")
    os.system(line)  # slguard:expect command-injection
    total = reduce(operator.add, map(int, q["numbers"].split(",")), 0)
    os.system("echo %d" % total)  # slguard:safe
    clean = compose(str.strip, str.lower)
    os.system("echo " + clean(q["word"]))  # slguard:expect command-injection
    hidden = compose(str.strip, lambda text: re.sub(r"[^a-z]", "", text))
    os.system("echo " + hidden(q["word"]))  # slguard:safe
    queue = deque(maxlen=5)
    queue.append(q["a"])
    queue.appendleft("constant")
    os.system("echo " + queue.pop())  # slguard:expect command-injection
    groups = defaultdict(list)
    groups[q["g"]].append("x")
    groups["fixed"].append(q["h"])
    os.system("echo " + groups["fixed"][0])  # slguard:expect command-injection
    settings = ChainMap({"mode": "fast"}, q)
    os.system("echo " + settings["extra"])  # slguard:expect command-injection
    counter = Counter(q["text"].split())
    for word, number in counter.most_common(3):
        os.system(f"echo {number}")  # slguard:safe
        os.system(f"echo {word}")  # slguard:expect command-injection
    for left, right in itertools.zip_longest(["a", "b"], q["right"].split(",")):
        os.system("echo " + left)  # slguard:safe
        os.system("echo " + right)  # slguard:expect command-injection
    for item in itertools.chain.from_iterable([["a"], q["chained"].split(",")]):
        os.system("echo " + item)  # slguard:expect command-injection
    text = Template("echo $what").safe_substitute(what=q["what"])
    os.system(text)  # slguard:expect command-injection
    os.system(Template("echo $what").substitute({"what": len(q["what"])}))  # slguard:safe
    getter = operator.itemgetter("deep")
    os.system("echo " + getter(q))  # slguard:expect command-injection
    ordered = OrderedDict(sorted(q.items(), key=lambda pair: pair[0]))
    first = next(iter(ordered.values()))
    os.system("echo " + first)  # slguard:expect command-injection
    names = [name for name in ("a", "b", "c") if name in q]
    os.system("echo " + " ".join(names))  # slguard:safe
    best = max(q["many"].split(","), key=len)
    os.system("echo " + best)  # slguard:expect command-injection
    os.system("echo " + str(max(len(part) for part in q["many"].split(","))))  # slguard:safe
    cached(q["cached"])


@functools.lru_cache(maxsize=128)
def cached(name):
    os.system("cached " + name)  # slguard:expect command-injection
    return name
