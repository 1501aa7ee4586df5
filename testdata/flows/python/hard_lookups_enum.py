# slguard:handler handler
import enum
import os
from types import MappingProxyType


class Size(enum.Enum):
    SMALL = "small"
    LARGE = "large"

    @classmethod
    def of(cls, text):
        return cls(text.lower())


class Mode(str, enum.Enum):
    FAST = "fast"


TABLES = MappingProxyType({"a": "table_a", "b": "table_b"})
LIST = ["zero", "one"]


def table_of(name):
    return TABLES.get(name)


def handler(event, context):
    q = event["queryStringParameters"]
    os.system("make " + Size(q["size"]).value)  # slguard:safe
    os.system("make " + Size[q["size"]].name)  # slguard:safe
    os.system("make " + Size.of(q["size"]).value)  # slguard:safe
    os.system("make " + Mode(q["mode"]))  # slguard:safe
    os.system("make " + TABLES[q["table"]])  # slguard:safe
    os.system("make " + (table_of(q["table"]) or "none"))  # slguard:safe
    os.system("make " + TABLES.get(q["table"], q["table"]))  # slguard:expect command-injection
    os.system("make " + LIST[int(q["index"])])  # slguard:safe
    os.system("make " + {"x": q["x"], "y": "fixed"}["y"])  # slguard:safe
    os.system("make " + {"x": q["x"], "y": "fixed"}[q["key"]])  # slguard:expect command-injection
    os.system("make " + next((each for each in LIST if each == q["word"]), "none"))  # slguard:safe
    known = set(LIST)
    if q["word"] in known:
        os.system("make " + q["word"])  # slguard:safe
    if q["word"] in q["words"].split(","):
        os.system("make " + q["word"])  # slguard:expect command-injection
