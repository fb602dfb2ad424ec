"""The MkDocs adaptor: the only module that knows the host. (First cut.)"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator.build import build_site
from generator.pages import SiteFile
from generator.spec import load_course


class LessonloomConfig(Config):
    lessons = c.Type(str, default="lessons")


class LessonloomPlugin(BasePlugin[LessonloomConfig]):
    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        course = load_course(Path(config.config_file_path).parent / self.config.lessons)
        self.site: dict[str, SiteFile] = {file.uri: file for file in build_site(course)}
        for file in self.site.values():
            files.append(File.generated(config, file.uri, content=file.content, inclusion=InclusionLevel.NOT_IN_NAV))
        return files

    def on_page_content(self, html: str, /, *, page: Page, **kwargs: Any) -> str:
        file = self.site.get(page.file.src_uri)
        if file is None:
            return html
        return re.sub(r'<div data-loom="([^"]+)"></div>', lambda match: file.fragments[match[1]], html)
