# slguard:handler vulnerable
# slguard:handler sound
import subprocess
from subprocess import Popen, PIPE


def vulnerable(event, context):
    q = event["queryStringParameters"]
    script = q["script"]
    subprocess.run(["bash", "-c", "grep -r " + script + " /mnt"], timeout=10)  # slguard:expect command-injection
    subprocess.call([q["tool"], "--version"])  # slguard:expect command-injection
    Popen(["ls " + q["dir"]], shell=True, stdout=PIPE)  # slguard:expect command-injection
    subprocess.run(args="ping -c 1 " + q["host"], shell=True)  # slguard:expect command-injection
    return {"statusCode": 200}


def sound(event, context):
    q = event["queryStringParameters"]
    subprocess.run(["grep", "-r", "--", q["script"], "/mnt"], timeout=10)  # slguard:safe
    subprocess.run(["echo $0", q["tool"]], shell=True)  # slguard:safe
    Popen(["cat"], stdin=PIPE).communicate(q["dir"].encode())  # slguard:safe
    subprocess.run("cat", shell=True, input=q["host"], text=True)  # slguard:safe
    return {"statusCode": 200}
