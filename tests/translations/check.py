#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py LUPDATE SOURCE: fails on a catalogue that is behind the sources, has entries they no longer have, or is
unfinished, and on a translation whose placeholders or accelerator differ from the source's, or that gives another name to
an argument of assayctl, by which help, errors and manuals speak of it."""
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

lupdate, source = sys.argv[1:3]
sources = [os.path.join(source, room) for room in ("app", "widgets", "models")]
findings = []


def entries(path):
    """(context, source, comment) -> (is a plural, state, translations)"""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name"), message.findtext("source") or "", message.findtext("comment") or "")
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            found[key] = (message.get("numerus") == "yes", translation.get("type", ""), forms)
    return found


def placeholders(text):
    return sorted(set(re.findall(r"%(?:n|L?\d+)", text)))


def wanted(plural_only):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "fresh.ts")
        options = ["-pluralonly"] if plural_only else []
        subprocess.run([lupdate, "-silent", "-I", source, "-locations", "none", "-target-language", "de", *options, *sources, "-ts", path], check=True)
        return entries(path)


for name, plural_only in (("assay_en.ts", True), ("assay_de.ts", False)):
    catalogue = entries(os.path.join(source, "translations", name))
    fresh = wanted(plural_only)
    for key in fresh.keys() - catalogue.keys():
        findings.append(f"{name}: not in the catalogue: {key[0]}: {key[1]!r}")
    for key in catalogue.keys() - fresh.keys():
        findings.append(f"{name}: no longer in the sources: {key[0]}: {key[1]!r}")
    for key, (is_plural, state, forms) in catalogue.items():
        if state or not all(forms):
            findings.append(f"{name}: {state or 'empty'}: {key[0]}: {key[1]!r}")
            continue
        for form in forms:
            missing = [p for p in placeholders(key[1]) if p not in placeholders(form) and not (is_plural and p == "%n")]
            extra = [p for p in placeholders(form) if p not in placeholders(key[1])]
            if missing or extra:
                findings.append(f"{name}: placeholders differ: {key[0]}: {key[1]!r} -> {form!r}")
            if key[0] == "assayctl" and re.fullmatch(r"[A-Z_]+([:=x,…]*[A-Z_]*)*", key[1]) and form != key[1]:
                findings.append(f"{name}: what an argument is called differs: {key[1]!r} -> {form!r}")
            if bool(re.search(r"&\w", key[1])) != bool(re.search(r"&\w", form)):
                findings.append(f"{name}: accelerator differs: {key[0]}: {key[1]!r} -> {form!r}")
print("\n".join(findings[:200]) or "catalogues are fresh and finished")
sys.exit(bool(findings))
