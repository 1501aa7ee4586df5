from django.db import connection
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.html import escape
from django.views import View

from .models import Item

COLUMNS = {"name": "name", "owner": "owner"}


class ItemList(View):
    def get(self, request):
        order = request.GET.get("order", "name")
        rows = Item.objects.raw(f"SELECT * FROM shop_item ORDER BY {order}")  # slguard:expect sql-injection
        return JsonResponse({"rows": [row.name for row in rows]})

    def post(self, request, *args, **kwargs):
        column = COLUMNS.get(request.POST["column"], "name")
        with connection.cursor() as cursor:
            cursor.execute(f"UPDATE shop_item SET {column} = %s", [request.POST["value"]])  # slguard:safe
            cursor.execute("DELETE FROM shop_item WHERE name = '%s'" % request.POST["value"])  # slguard:expect sql-injection
        return HttpResponseRedirect(request.POST["next"])  # slguard:expect open-redirect


def detail(request, name):
    items = Item.objects.filter(name=name, owner__startswith=request.GET["owner"])  # slguard:safe
    extra = Item.objects.extra(where=["owner = '" + name + "'"])  # slguard:expect sql-injection
    if not items and not extra:
        return HttpResponse("<b>" + name + "</b>")  # slguard:expect xss-reflected
    return HttpResponse("<b>" + escape(name) + "</b>")  # slguard:safe


def by_id(request, number):
    return HttpResponse("<b>" + str(number) + "</b>")  # slguard:safe


def by_year(request, year):
    Item.objects.raw("SELECT * FROM shop_item WHERE year = " + year)  # slguard:safe
    return HttpResponse(request.META["HTTP_USER_AGENT"], content_type="text/plain")  # slguard:safe
