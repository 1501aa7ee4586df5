# slguard:handler handler
import os

import state
from state import CONFIG, current


def handler(event, context):
    state.remember(event["body"])
    os.system("say " + state.LAST)  # slguard:expect command-injection
    current.name = event["body"]
    current.fixed = "x"
    tell()
    CONFIG["mode"] = event["body"]
    os.system("say " + CONFIG["mode"])  # slguard:expect command-injection
    os.system("say " + CONFIG["region"])  # slguard:safe
    state.Counter.seen.append(event["body"])
    os.system("say " + state.Counter.seen[-1])  # slguard:expect command-injection
    os.system("say " + state.Counter.label)  # slguard:safe


def tell():
    os.system("say " + current.name)  # slguard:expect command-injection
    os.system("say " + current.fixed)  # slguard:safe
