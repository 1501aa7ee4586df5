# slguard:handler handler HTTP_API_V2
import os

from django.core.asgi import get_asgi_application
from django.db import connection, models
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.html import format_html
from django.views.generic import ListView
from mangum import Mangum


class Article(models.Model):
    title = models.CharField(max_length=100)
    body = models.TextField()
    slug = models.SlugField(unique=True)


class Articles(ListView):
    model = Article
    paginate_by = 20

    def get_queryset(self):
        found = Article.objects.all()
        if self.request.GET.get("q"):
            found = found.filter(title__icontains=self.request.GET["q"])
        return found.order_by("-id")  # slguard:safe


def article(request, slug):
    item = get_object_or_404(Article, slug=slug)  # slguard:safe
    return render(request, "article.html", {"article": item, "ref": request.GET.get("ref", "")})  # slguard:safe


def badge(request):
    return HttpResponse(format_html("<b>{}</b>", request.GET.get("text", "")))  # slguard:safe


def counts(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM shop_article WHERE title LIKE %s", ["%" + request.GET.get("q", "") + "%"])  # slguard:safe
        number, = cursor.fetchone()
    return JsonResponse({"count": number})


def publish(request):
    if request.method != "POST":
        raise Http404
    item = Article.objects.create(title=request.POST["title"], body=request.POST["body"])  # slguard:safe
    return redirect(reverse("article", args=[item.slug]))  # slguard:safe


urlpatterns = [
    path("", Articles.as_view()),
    path("a/<slug:slug>/", article, name="article"),
    path("badge", badge),
    path("counts", counts),
    path("publish", publish),
]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
handler = Mangum(get_asgi_application())
