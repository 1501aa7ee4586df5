from django.urls import include, path, re_path

from . import views

details = [path("<str:name>/", views.detail), path("by-id/<int:number>/", views.by_id)]
urlpatterns = [
    path("items/", views.ItemList.as_view()),
    path("detail/", include(details)),
    re_path(r"^year/(?P<year>[0-9]{4})/$", views.by_year),
]
