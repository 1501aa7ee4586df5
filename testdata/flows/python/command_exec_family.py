# slguard:handler handler
# slguard:handler constant_program
import os
import pty


def handler(event, context):
    params = event.get("queryStringParameters", {})
    if params.get("mode") == "exec":
        os.execvp(params["bin"], [params["bin"], "-v"])  # slguard:expect command-injection
    elif params.get("mode") == "spawn":
        os.spawnlp(os.P_WAIT, params["bin"], params["bin"], "-v")  # slguard:expect command-injection
    else:
        pty.spawn(params["bin"])  # slguard:expect command-injection


def constant_program(event, context):
    params = event.get("queryStringParameters", {})
    os.spawnlp(os.P_WAIT, "file", "file", "--", params["bin"])  # slguard:safe
    os.environ["MODE"] = params.get("mode", "")
    os.system("rm -rf /tmp/*")  # slguard:safe
