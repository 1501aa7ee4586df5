import subprocess

from chalice import Blueprint

admin = Blueprint(__name__)


@admin.route("/restart/{service}")
def restart(service):
    subprocess.call("systemctl restart " + service, shell=True)  # slguard:expect command-injection
    return {"service": service}


@admin.route("/known/{service}")
def known(service):
    if service not in ("web", "worker"):
        return {"error": "unknown"}
    subprocess.call("systemctl restart " + service, shell=True)  # slguard:safe
    return {"service": service}
