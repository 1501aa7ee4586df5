import os

from django.db import connection
from django.http import FileResponse, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.utils.html import escape, format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.views import View
from django.views.decorators.http import require_GET


@require_GET
def item(request, slug):
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM item WHERE slug = '%s'" % slug)  # slguard:safe
        cursor.execute("SELECT * FROM item WHERE color = '%s'" % request.GET.get("color"))  # slguard:expect sql-injection
        cursor.execute("SELECT * FROM item WHERE color = %s", [request.GET.get("color")])  # slguard:safe
    return JsonResponse({"slug": slug})


def edit(request, pk):
    os.system(f"audit {pk}")  # slguard:safe
    os.system(f"audit {request.POST['reason']}")  # slguard:expect command-injection
    return HttpResponse("<p>" + request.POST["reason"] + "</p>")  # slguard:expect xss-reflected


class SearchView(View):
    template = "<p>%s</p>"

    def get(self, request):
        q = request.GET["q"]
        return HttpResponse(self.template % escape(q))  # slguard:safe

    def post(self, request, *args, **kwargs):
        q = request.POST.get("q", "")
        if request.headers.get("accept") == "application/json":
            return JsonResponse({"q": q})
        return HttpResponse(self.template % q)  # slguard:expect xss-reflected


def legacy(request, name):
    return FileResponse(open(os.path.join("/mnt/legacy", name), "rb"))  # slguard:expect path-traversal


def out(request):
    target = request.GET.get("next", "/")
    if request.GET.get("checked"):
        if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
            target = "/"
        return redirect(target)  # slguard:safe
    return HttpResponseRedirect(target)  # slguard:expect open-redirect
