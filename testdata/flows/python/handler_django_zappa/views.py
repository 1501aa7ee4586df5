# slguard:handler run
# slguard:handler sound
import json
import subprocess

from django.db import connection
from django.http import HttpResponse, JsonResponse


def run(request):
    subprocess.call("run " + request.GET["name"], shell=True)  # slguard:expect command-injection
    data = json.loads(request.body)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM t WHERE name = '%s'" % data["name"])  # slguard:expect sql-injection
    return HttpResponse("<b>" + request.POST.get("name") + "</b>")  # slguard:expect xss-reflected


def sound(request):
    subprocess.call(["run", "--", request.GET["name"]])  # slguard:safe
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM t WHERE name = %s", [request.GET["name"]])  # slguard:safe
    return JsonResponse({"name": request.POST.get("name")})  # slguard:safe
