import threading

LAST = ""
CONFIG = {"mode": "fast", "region": "eu-west-1"}
current = threading.local()


class Counter:
    seen = []
    label = "counter"


def remember(value):
    global LAST
    LAST = value
