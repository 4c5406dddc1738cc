"""Sphinx configuration: every warning is an error, every notebook is executed."""

from __future__ import annotations

import flanders_care

project = "flanders_care"
author = "The flanders_care developers"
copyright = f"2026, {author}"  # noqa: A001  (the name Sphinx wants)
release = flanders_care.__version__
version = release

extensions = ["myst_nb", "autoapi.extension", "sphinx.ext.napoleon", "sphinx.ext.intersphinx"]
intersphinx_mapping: dict[str, tuple[str, None]] = {}  # nothing is fetched while building
exclude_patterns = ["_build", "jupyter_execute", "tutorials/sample"]  # the sample is data, not a page
html_theme = "furo"
html_title = f"flanders_care {release}"

nb_execution_mode = "force"
nb_execution_timeout = 120
nb_execution_raise_on_error = True
nb_merge_streams = True

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

autoapi_dirs = ["../src/flanders_care"]
autoapi_root = "reference/api"
autoapi_add_toctree_entry = False
autoapi_options = ["members", "show-inheritance", "show-module-summary"]
autoapi_member_order = "groupwise"
autoapi_python_class_content = "class"
autoapi_keep_files = False

nitpicky = True
nitpick_ignore_regex = [
    # the standard library and other packages are not fetched while building
    (r"py:.*", r"(?!flanders_care).*"),
    # type aliases, which are spelled out where they are defined
    (r"py:class", r"flanders_care\.budget\.keys\.By"),
    # private helpers of the package are not documented
    (r"py:.*", r".*\._.*"),
]
suppress_warnings = ["autoapi.python_import_resolution", "ref.python", "mystnb.unknown_mime_type"]
