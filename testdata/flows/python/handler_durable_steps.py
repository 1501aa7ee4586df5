# slguard:handler handler DIRECT_INVOKE
import os

from aws_durable_execution_sdk_python import DurableContext, durable_execution, durable_step


@durable_step
def convert(step_context, name):
    os.system("convert " + name)  # slguard:expect command-injection
    return "converted " + name


@durable_step
def count(step_context, name):
    os.system("count %d" % len(name))  # slguard:safe
    return len(name)


@durable_execution
def handler(event, context: DurableContext):
    text = context.step(convert(event["name"]))
    os.system("done " + text)  # slguard:expect command-injection
    number = context.step(count(event["name"]))
    os.system("done %d" % number)  # slguard:safe
