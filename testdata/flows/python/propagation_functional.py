# slguard:handler handler
# slguard:handler sound
import itertools
import os
from functools import reduce


def handler(event, context):
    names = event["queryStringParameters"]["names"].split(",")
    for name in map(str.strip, names):
        os.system("run " + name)  # slguard:expect command-injection
    for index, name in enumerate(names):
        os.system("run " + name)  # slguard:expect command-injection
    for name, number in zip(names, range(10)):
        os.system("run " + name)  # slguard:expect command-injection
    os.system("run " + reduce(lambda a, b: a + b, names, ""))  # slguard:expect command-injection
    os.system("run " + list(filter(None, names))[0])  # slguard:expect command-injection
    os.system("run " + max(names, key=len))  # slguard:expect command-injection
    for name in itertools.chain(names, ["x"]):
        os.system("run " + name)  # slguard:expect command-injection


def sound(event, context):
    names = event["queryStringParameters"]["names"].split(",")
    for index, name in enumerate(names):
        os.system("run %d" % index)  # slguard:safe
    for name, number in zip(names, range(10)):
        os.system("run " + str(number))  # slguard:safe
    os.system("run " + str(sum(map(int, names))))  # slguard:safe
    os.system("run " + str(any(names)))  # slguard:safe
    for size in map(len, names):
        os.system("run " + str(size))  # slguard:safe
