import subprocess
import tempfile
from pathlib import Path

from aws_lambda_powertools.event_handler.api_gateway import Router

router = Router()
FORMATS = frozenset({"csv", "json", "parquet"})


@router.post("/exports/<name>")
def export(name):
    fmt = (router.current_event.json_body or {}).get("format", "csv")
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / name
        target.write_text("")  # slguard:expect path-traversal
        subprocess.run(f"convert --to {fmt} {target}", shell=True, check=True)  # slguard:expect command-injection
        if fmt not in FORMATS:
            return {"message": "format"}, 400
        named = Path(folder, "export").with_suffix("." + fmt)
        named.write_text("")  # slguard:safe
        subprocess.run(["convert", "--to", fmt, str(named)], check=True)  # slguard:safe
    return {"done": True}
