# slguard:handler handler
import os


def run(*parts, prefix="run", **options):
    os.system(prefix + " " + " ".join(parts))  # slguard:expect command-injection
    for key, value in options.items():
        os.system("set " + value)  # slguard:expect command-injection


def forward(*args, **kwargs):
    return run(*args, **kwargs)


def third(first, second, third):
    os.system("third " + third)  # slguard:safe
    os.system("second " + second)  # slguard:expect command-injection


def last(*rest):
    *_, final = rest
    os.system("last " + final)  # slguard:expect command-injection


def first_of(*rest):
    os.system("first " + rest[0])  # slguard:safe


def named(*, name, other="o"):
    os.system("named " + name)  # slguard:expect command-injection
    os.system("named " + other)  # slguard:safe


def handler(event, context):
    text = event["body"]
    forward("a", text, mode=text)
    third(*["a", text, "c"])
    last("a", "b", text)
    first_of("a", text)
    named(**{"name": text})
