"""Writes a report with the shop's own converter."""
import os


def convert(name, items):
    with open("/tmp/items.csv", "w", encoding="utf-8") as out:
        for item in items:
            out.write(f"{item['id']}\n")
    os.system("csv2pdf /tmp/items.csv /tmp/" + name + ".pdf")  # slguard:expect command-injection
    return name + ".pdf"
