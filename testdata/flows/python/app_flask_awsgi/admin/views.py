import subprocess

from flask import Blueprint, current_app, g, request, session

admin = Blueprint("admin", __name__)


@admin.before_request
def load():
    g.tool = request.headers.get("X-Tool", "lint")
    g.level = request.args.get("level", 1, type=int)


@admin.route("/run", methods=["POST"])
def run():
    subprocess.check_output(g.tool + " --all", shell=True)  # slguard:expect command-injection
    subprocess.check_output(f"lint --level {g.level}", shell=True)  # slguard:safe
    subprocess.check_output("lint " + request.form["target"], shell=True)  # slguard:expect command-injection
    return {"ok": True}


@admin.route("/run/<int:number>")
def numbered(number):
    subprocess.check_output("lint %s" % number, shell=True)  # slguard:safe
    current_app.logger.info("linted %s", number)
    return {"ok": True}
