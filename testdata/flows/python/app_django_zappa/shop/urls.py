from django.urls import include, path, re_path

from . import views

urlpatterns = [
    path("items/<slug:slug>/", views.item),
    path("items/<int:pk>/edit", views.edit),
    path("search/", views.SearchView.as_view()),
    re_path(r"^legacy/(?P<name>.+)$", views.legacy),
    path("out", views.out),
]
