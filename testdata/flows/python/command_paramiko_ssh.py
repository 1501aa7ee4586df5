# slguard:handler handler DIRECT_INVOKE
import os
import shlex

import paramiko
from fabric import Connection


def connect():
    client = paramiko.SSHClient()
    client.load_system_host_keys()
    client.connect(os.environ["BASTION_HOST"], username="deploy")
    return client


def handler(event, context):
    client = connect()
    client.exec_command("sudo systemctl restart " + event["service"])  # slguard:expect command-injection
    client.exec_command("sudo systemctl restart " + shlex.quote(event["service"]))  # slguard:safe
    Connection("bastion").run("tail -n %s /var/log/app.log" % event["lines"])  # slguard:expect command-injection
    Connection("bastion").run("tail -n %d /var/log/app.log" % int(event["lines"]))  # slguard:safe
