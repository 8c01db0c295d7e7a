"""Make what is published: ``python tools/release.py [OUT]`` builds wheel and sdist twice and compares their bytes.

Needs the extra ``proof``. What is built is what is committed. Beside them in ``OUT`` (else ``dist``): ``sbom.json``
(CycloneDX: every part that comes along) and ``SHA256SUMS``.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent


def said(*command: str, cwd: Path = ROOT, **env: str) -> str:
    """What a command prints."""
    done = subprocess.run(command, cwd=cwd, env={**os.environ, **env}, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def committed(into: Path) -> None:
    """The files of the last commit, and nothing else that lies about."""
    archive = into.with_suffix(".tar")
    said("git", "archive", "--output", str(archive), "HEAD")
    into.mkdir()
    said("tar", "-xf", str(archive), "-C", str(into))


def built(source: Path, out: Path, when: str) -> dict[str, bytes]:
    """The wheel and the sdist of ``source``, by their names."""
    said(
        sys.executable, "-m", "build", "--outdir", str(out), str(source),
        SOURCE_DATE_EPOCH=when, PYTHONHASHSEED="0", TZ="UTC",
    )  # fmt: skip
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def sbom(wheel: Path, work: Path) -> dict[str, object]:
    """Every part that is installed with the wheel, as CycloneDX has it."""
    where = work / "clean"
    venv.create(where, with_pip=True)
    python = where / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    said(str(python), "-m", "pip", "install", "-q", str(wheel))
    said(str(python), "-m", "pip", "uninstall", "-q", "-y", "setuptools", "pip")
    out = work / "sbom.json"
    said(sys.executable, "-m", "cyclonedx_py", "environment", str(python), "--output-reproducible", "-o", str(out))
    found: dict[str, object] = json.loads(out.read_text("utf-8"))
    for part in found["components"]:  # where it was fetched from is this computer's matter
        part.pop("externalReferences", None)
    return found


def main() -> int:
    out = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "dist").absolute()
    out.mkdir(parents=True, exist_ok=True)
    when = said("git", "log", "-1", "--format=%ct").strip()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        builds = []
        for turn in ("first", "another-place"):
            committed(work / turn)
            builds.append(built(work / turn, work / f"{turn}-out", when))
        if builds[0] != builds[1]:
            sys.exit("built twice, they are not the same")
        for file, data in builds[0].items():
            (out / file).write_bytes(data)
        wheel = next(out / file for file in builds[0] if file.endswith(".whl"))
        parts = sbom(wheel, work)
        (out / "sbom.json").write_text(json.dumps(parts, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    names = [*builds[0], "sbom.json"]
    sums = [f"{hashlib.sha256((out / each).read_bytes()).hexdigest()}  {each}" for each in names]
    (out / "SHA256SUMS").write_text("\n".join(sums) + "\n", encoding="utf-8")
    print("\n".join(["built twice, the same bytes:", *sums]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
