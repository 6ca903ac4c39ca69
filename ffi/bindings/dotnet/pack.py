"""Makes the NuGet package of Wxp.csproj from what is built already, for machines without NuGet.

Usage: pack.py FOLDER PACKAGE [COMMIT], where FOLDER has lib/TARGET/Wxp.{dll,xml} and
runtimes/RID/native/. If WXP_NOTICES names a folder with the licences of what is linked, they are packed, too.
`packages/check` compares it with what `dotnet pack` makes. The same files give the
same package.
"""

import os
import pathlib
import sys
import zipfile
from xml.etree import ElementTree
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
NOTICES = os.environ.get("WXP_NOTICES")
TARGETS = {"netstandard2.0": ".NETStandard2.0", "netstandard2.1": ".NETStandard2.1"}

NUSPEC = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
  <metadata>
    <id>{PackageId}</id>
    <version>{Version}</version>
    <authors>{PackageId}</authors>
    <license type="expression">{PackageLicenseExpression}</license>
    <readme>{PackageReadmeFile}</readme>
    <projectUrl>{PackageProjectUrl}</projectUrl>
    <description>{Description}</description>
    <tags>{PackageTags}</tags>
    <repository type="{RepositoryType}" url="{RepositoryUrl}"{commit} />
    <dependencies>
{groups}
    </dependencies>
  </metadata>
</package>
"""

RELATIONS = """<?xml version="1.0" encoding="utf-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
  <Relationship Type="http://schemas.microsoft.com/packaging/2010/07/manifest" \
Target="/{PackageId}.nuspec" Id="R1" />
</Relationships>
"""

TYPES = """<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension="rels" \
ContentType="application/vnd.openxmlformats-package.relationships+xml" />
{defaults}
</Types>
"""


def group(project, target):
    """What a target depends on."""
    name = TARGETS.get(target, target)
    items = [
        '        <dependency id="{Include}" version="{Version}" />'.format(**reference.attrib)
        for items in project.iter("ItemGroup")
        if f"'{target}'" in items.get("Condition", "")
        for reference in items.iter("PackageReference")
    ]
    return "\n".join([f'      <group targetFramework="{name}">', *items, "      </group>"])


def pack(folder, package, commit=None):
    project = ElementTree.parse(HERE / "Wxp.csproj").getroot()
    properties = [fact for part in project.iter("PropertyGroup") for fact in part]
    facts = {fact.tag: escape(fact.text) for fact in properties}
    facts["commit"] = f' commit="{commit}"' if commit else ""
    groups = "\n".join(group(project, target) for target in facts["TargetFrameworks"].split(";"))
    files = {
        str(path.relative_to(folder)): path.read_bytes()
        for part in ("lib", "runtimes")
        for path in sorted((folder / part).rglob("*"))
        if path.is_file()
    }
    files["README.md"] = (HERE / "README.md").read_bytes()
    for path in [*ROOT.glob("LICENSE-*"), *(pathlib.Path(NOTICES).iterdir() if NOTICES else [])]:
        files[path.name] = path.read_bytes()
    files["build/net461/Wxp.targets"] = (HERE / "build/Wxp.targets").read_bytes()
    files[f"{facts['PackageId']}.nuspec"] = NUSPEC.format(groups=groups, **facts).encode()
    endings = sorted({pathlib.PurePath(name).suffix[1:] for name in files} - {""})
    defaults = [
        f'  <Default Extension="{ending}" ContentType="application/octet" />' for ending in endings
    ] + [
        f'  <Override PartName="/{name}" ContentType="application/octet" />'
        for name in sorted(files)
        if "." not in name
    ]
    types = TYPES.format(defaults="\n".join(defaults)).encode()
    first = {"[Content_Types].xml": types, "_rels/.rels": RELATIONS.format(**facts).encode()}
    with zipfile.ZipFile(package, "w") as out:
        for name, content in {**first, **dict(sorted(files.items()))}.items():
            # With one time for all.
            out.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


pack(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), *sys.argv[3:])
