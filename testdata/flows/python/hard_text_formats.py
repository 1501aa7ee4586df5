# slguard:handler handler
import os
from string import Formatter, Template


def handler(event, context):
    q = event["queryStringParameters"]
    name = q["name"]
    os.system("say {name}".format_map(q))  # slguard:expect command-injection
    os.system("say {0[name]}".format(q))  # slguard:expect command-injection
    os.system("say {q[name]}".format(q=q))  # slguard:expect command-injection
    os.system("say %(name)s %(other)s" % {"name": "x", "other": name})  # slguard:expect command-injection
    os.system("say %s and %s" % ("a", name))  # slguard:expect command-injection
    os.system(Template("say $name").safe_substitute(q))  # slguard:expect command-injection
    os.system(Formatter().format("say {}", name))  # slguard:expect command-injection
    os.system(f"say {name:>10}")  # slguard:expect command-injection
    os.system(f"say {name.upper()!s}")  # slguard:expect command-injection
    os.system("say " * 2 + name)  # slguard:expect command-injection
    os.system("say " + name.translate(str.maketrans("a", "b")))  # slguard:expect command-injection
    os.system("say " "{}".format(name.removeprefix("x").title()))  # slguard:expect command-injection
    os.system("".join(["say ", *[name]]))  # slguard:expect command-injection
    os.system(str.format("say {}", name))  # slguard:expect command-injection
    os.system("say {}".format(int(name)))  # slguard:safe
    os.system("say %d" % int(name))  # slguard:safe
    os.system("say %i items" % len(name))  # slguard:safe
    os.system(f"say {len(name):03d}")  # slguard:safe
    os.system(f"say {float(name):.2f}")  # slguard:safe
    os.system(f"say {name.encode().hex()}")  # slguard:safe
    os.system("say {}".format("yes" if name == "y" else "no"))  # slguard:safe
    os.system("say {other}".format(name=name, other="fixed"))  # slguard:safe
