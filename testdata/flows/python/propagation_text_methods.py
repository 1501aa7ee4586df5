# slguard:handler handler
# slguard:handler sound
import os
import re
import string


def handler(event, context):
    text = event["body"]
    os.system("say " + text.strip().lower().replace("a", "b"))  # slguard:expect command-injection
    os.system("say " + text[3:10])  # slguard:expect command-injection
    os.system("say {0} {1}".format("x", text))  # slguard:expect command-injection
    os.system("say {name}".format(**{"name": text}))  # slguard:expect command-injection
    os.system("say " + ", ".join(text.split(",")))  # slguard:expect command-injection
    os.system("say " + string.Template("$x").substitute(x=text))  # slguard:expect command-injection
    os.system("say " + re.sub(r"\s+", " ", text))  # slguard:expect command-injection
    matched = re.match(r"name=(.*)", text)
    os.system("say " + matched.group(1))  # slguard:expect command-injection
    os.system("say " + re.search("id=(?P<id>.+)", text).groupdict()["id"])  # slguard:expect command-injection
    os.system("say " + text.partition("=")[2])  # slguard:expect command-injection
    os.system("say %(x)s" % {"x": text})  # slguard:expect command-injection
    os.system(bytes("say " + text, "utf-8"))  # slguard:expect command-injection
    os.system("say " + text.encode("utf-8").decode("ascii", "ignore"))  # slguard:expect command-injection


def sound(event, context):
    text = event["body"]
    os.system("say " + str(text.startswith("a")))  # slguard:safe
    os.system("say %d" % text.count("a"))  # slguard:safe
    os.system("say " + str(hash(text)))  # slguard:safe
    os.system("say " + ("yes" if text else "no"))  # slguard:safe
    os.system("say " + str(text == "x"))  # slguard:safe
    os.system("say " + str(text.find("x")))  # slguard:safe
    matched = re.match(r"name=(\d+)$", text)
    os.system("say " + matched.group(1))  # slguard:safe
