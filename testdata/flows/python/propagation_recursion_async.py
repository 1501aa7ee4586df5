# slguard:handler handler STEP_FUNCTIONS
# slguard:handler sound STEP_FUNCTIONS
import asyncio
import os


def flatten(value):
    if isinstance(value, dict):
        return [leaf for child in value.values() for leaf in flatten(child)]
    if isinstance(value, list):
        return [leaf for child in value for leaf in flatten(child)]
    return [value]


async def label(value):
    await asyncio.sleep(0)
    return "item " + value


async def labels(values):
    return await asyncio.gather(*[label(v) for v in values])


def handler(event, context):
    for leaf in flatten(event["tree"]):
        os.system("show " + str(leaf))  # slguard:expect command-injection
    for text in asyncio.run(labels(event["names"])):
        os.system("show " + text)  # slguard:expect command-injection


def sound(event, context):
    for leaf in flatten({"a": ["x", "y"]}):
        os.system("show fixed")  # slguard:safe
    for text in asyncio.run(labels(["a", "b"])):
        os.system("show " + "item")  # slguard:safe
