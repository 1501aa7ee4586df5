"""Writes a report with the shop's own converter."""
import re
import subprocess


def convert(name, items):
    if not re.fullmatch(r"[a-z0-9]{1,40}", name):
        raise ValueError("no such report")
    with open("/tmp/items.csv", "w", encoding="utf-8") as out:
        for item in items:
            out.write(f"{item['id']}\n")
    subprocess.run(["csv2pdf", "/tmp/items.csv", "/tmp/" + name + ".pdf"], check=True)
    return name + ".pdf"
